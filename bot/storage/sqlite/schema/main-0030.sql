-- Who has just said that not everybody connected to them may find them: asked for at the sending of each Post with numbers.
CREATE INDEX consent_hidden ON consent (at) WHERE purpose = 'found' AND value <> 'network';
