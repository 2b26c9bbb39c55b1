-- What later imports remember of an import that is undone before them.
CREATE INDEX import_before_of ON import_before (json_extract(before, '$.batch'));
