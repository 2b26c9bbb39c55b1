-- How far lists were looked through is kept under another name.
DELETE FROM meta WHERE key = 'expired until';
