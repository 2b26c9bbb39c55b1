"""What runs all the time: listen, send, schedule, doctor."""
