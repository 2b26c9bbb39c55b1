-- The oldest lists first, without reading all others for it.
CREATE INDEX archive_at ON archive (at, person, direction, source);
