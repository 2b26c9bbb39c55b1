"""X archives in every form they come in: the zip as X ships it, a folder, loose files, of any year from 2018 on.

Pure reading: nothing is stored here, nothing is unpacked to disk, and of an archive only its lists, account.js,
profile.js and manifest.js are read; its tweets only by `mentions_of`.
"""

from bot.archives.x_archive.ids import XList
from bot.archives.x_archive.mentions import mentions_of
from bot.archives.x_archive.profile import Profile
from bot.archives.x_archive.reading import XArchive, open_archive

__all__ = ["Profile", "XArchive", "XList", "mentions_of", "open_archive"]
