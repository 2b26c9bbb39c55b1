"""Letters of other scripts that look like Latin ones: Unicode's confusables (UTS 39), lower case.

Left out is what compatibility normalisation already makes Latin (full width, mathematical), or what is upper case only.
Letter by letter, so that a whole word of Cyrillic or Greek is seen through too. Some pairs are our own, of letters that
people take for one another at a glance.
"""

from __future__ import annotations

CONFUSABLES: dict[str, str] = {  # what is meant -> what looks like it
    "2": "ƨϩᒿꙅꛯꝛ",
    "3": "ȝɜʒзӡⳍꝫ𑣊𖼻𝈆",
    "4": "чᏎ𑣏",
    "5": "𑣛",
    "6": "Ꮾⳓ𑣕",
    "7": "𐓺𑣆𝈒",
    "8": "ȣ৪੪𐌚",
    "9": "৭੧୨൭ⳋꝯ𑣌𑣖",
    "a": "ɑΑαаᎪᗅ⍺ꓮ𐊠𖽀",
    "ae": "æ",
    "b": "ßƅΒβбвьᏏᏴᑲᖯᗷꓐꞵ𐊂𐊡𐌁",
    "c": "ςсᏟᴄⲥꓚ𐊢𐌂𐐽𐔜𑣩𑣲🝌",
    "d": "đԁᎠᏧᑯᗞᗪꓒꓓ",
    "e": "ΕεеҽᎬ\u212e⋿ⴹꓰꬲ𐊆𑣎",
    "f": "Ϝϝքᖴẝꓝꞙꬵ𐊇𐊥𐔥𑣂𝈓",
    "g": "ƍɡԍցᏀᏳᶃꓖ",
    "h": "ħΗнһհᎻᏂᕼⲏꓧ𐋏",
    "i": "ıɩɪιіᎥ⍳ꙇ𑣃",
    "j": "ʝϳјᎫᒍꓙ",
    "k": "ΚκкᏦᛕⲕꓗ𐔘",
    "l": "łǀΙӀӏ۱Ꮮᒪᛁ∣⏽│ⲓⳑⵏꓡꓲ𐊊𐌉𐌠𐑃𐔦𑣒𖼖𖼨𝈪",
    "m": "ΜϻмᎷᗰᛖⲙꓟ𐊰𐌑",
    "n": "Νηпոռⲛꓠ𐔓",
    "o": "øΟοσоօ۵०০੦૦ଠ୦௦౦೦ഠ൦๐໐ဝ၀ჿዐᴏᴑⲟⵔ〇ꓳꬽ𐊒𐊫𐐬𐓪𐔖𑓐𑣈𑣗𑣠",
    "p": "ΡρрᏢᑭ⍴ⲣꓑ𐊕",
    "q": "ԛգզⵕ",
    "r": "ʀгᎡᎱᏒᖇᴦⲅꓣꭇꭈ𐓜𖼵𝈖",
    "s": "ƽѕտᏕᏚꓢꜱ𐊖𐑈𑣁𖼺",
    "t": "ŧΤτтᎢ⊤⟙ⲧꓔ𐊗𐊱𐌕𖼊🝨",
    "u": "ʋμυиսሀᑌᴜ∪⋃ꓴꞟꭎꭒ𐓶𑣘𖽂",
    "v": "νѵ۷Ꮩᐯᴠ∨⋁ⴸꓦꛟ𐔝𑜆𑣀𖼈𝈍",
    "w": "ɯωѡԝաᎳᏔᴡꓪ𑜊𑜎𑜏𑣦𑣯",
    "x": "×Χχхᕁᕽ᙭᙮ᚷ╳⤫⤬⨯ⲭⵝꓫꭓ𐊐𐊴𐌗𐌢𐔧𑣬",
    "y": "ɣʏΥγуүყᎩᎽᶌỿⲩꓬꭚ𐊲𑣜𖽃",
    "z": "ΖζᏃᴢꓜ𐋵𑣄𑣉𑣥",
}
