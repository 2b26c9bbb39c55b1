"""Pictures of counters: an SVG we draw ourselves, made a PNG with the font that lies beside it."""
