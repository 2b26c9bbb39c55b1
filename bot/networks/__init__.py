"""Where we speak. The same file names twice: session, listen, translate, send, lookup, errors."""
