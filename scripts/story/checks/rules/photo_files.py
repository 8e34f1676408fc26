"""Not a check: the rules that picture files are held against when they are read, which takes too long for a check.

`make gallery` and every build report them; the findings are made in `photos.py` and `gallery.py`.
"""

from story.checks.rule import Rule

_RIGHT = "docs/photos/store.jpg（一张完整的照片 / one whole photograph）"

RULES = (
    Rule("photo-unusable", "照片是 JPEG、PNG、WebP、AVIF 或 TIFF。", "A photograph is JPEG, PNG, WebP, AVIF or TIFF.",
         "别的格式，还有开头就坏了的文件，做不成网页用的图。", "From anything else, or a file damaged at its start, no picture for the web can be made.",
         "docs/photos/store.jpg（其实是 Word 文件 / really a Word file）", _RIGHT),
    Rule("photo-ending", "文件名的结尾和内容一致。", "The ending of the name is that of the content.",
         "结尾不对，有的程序打不开它。", "With the wrong ending some programs cannot open it.",
         "docs/photos/store.png（内容是 JPEG / the content is JPEG）", _RIGHT),
    Rule("photo-heic", "苹果手机的 HEIC 照片先导出成 JPEG。", "An iPhone's HEIC picture is exported as JPEG first.",
         "浏览器大多不认 HEIC。", "Most browsers cannot show HEIC.", "docs/photos/store.heic", _RIGHT),
    Rule("photo-frames", "一个文件只有一幅画面。", "A file holds one picture.",
         "会动的图分散读者的注意，打印不出来。", "A moving picture distracts the reader and cannot be printed.", "docs/photos/store.webp（动图 / animated）", _RIGHT),
    Rule("photo-size", "短边至少200像素，长边不超过短边的8倍。", "The short side has at least 200 pixels, the long side at most 8 times as many.",
         "太小看不清，太长放不进版面。", "A smaller one is a blur, a longer one does not fit the page.", "docs/photos/store.jpg（120×90）", _RIGHT),
    Rule("photo-huge", "像素和字节不超过电脑吃得消的数目；缩小到长边6000像素以内就行。", "It is no larger than a computer can take; 6,000 pixels on the long side is enough.",
         "再大，网页上也看不出区别，电脑却可能卡住。", "Anything more cannot be seen on a page, and may choke the computer.", "docs/photos/store.tif（20000×15000）", _RIGHT),
    Rule("photo-broken", "文件要完整。", "The file is whole.",
         "传到一半断了，只剩上半张。", "An upload that was cut off leaves the upper half only.", "docs/photos/store.jpg（只有一半 / half of it）", _RIGHT),
    Rule("photo-empty", "文件不能是空的。", "The file is not empty.",
         "多半是没有传完。", "Most often the upload failed.", "docs/photos/store.jpg（0字节 / 0 bytes）", _RIGHT),
    Rule("photo-unreadable", "文件要读得出来。", "The file can be read.",
         "权限不对，或者它不是普通文件。", "Its permissions are wrong, or it is no ordinary file.", "docs/photos/store.jpg（没有读的权限 / no permission to read）", _RIGHT),
    Rule("photo-outside", "放照片本身，不放指向别处的链接。", "The photograph itself is put there, not a link to somewhere else.",
         "别人的电脑上没有链接指的那个文件。", "Other computers lack the file that the link points at.", "docs/photos/store.jpg -> ~/Pictures/store.jpg", _RIGHT),
    Rule("photo-folder", "名字像照片的，就要是照片。", "What is named like a photograph is one.",
         "文件夹做不成图。", "A folder makes no picture.", "docs/photos/store.jpg/", _RIGHT),
    Rule("photo-not-written", "做好的图要写得进去。", "The pictures that are made can be written.",
         "磁盘满了或没有权限。已有的图不会动。", "The disk is full or permission is lacking. What was there is untouched.", "（磁盘满 / the disk is full）", _RIGHT),
    Rule("photo-not-made", "照片要做得完。", "The work on a picture is finished.",
         "内存不够时系统会中断它。关掉别的程序，或用 --jobs 1 一张一张做。", "For want of memory the system ends it. Close other programs, or use --jobs 1.", "（内存不够 / out of memory）", _RIGHT),
)
