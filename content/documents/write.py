#!/usr/bin/env python3
"""Writes the sample Word files, the same bytes each time. Needs nothing but Python; the pictures are those of content/pictures."""
import os
import zipfile
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
CONTENT = os.path.dirname(HERE)
NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
      'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
      'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
PARTS = {  # relationship type, content type
    'styles': ('styles', WORD + 'styles+xml'), 'numbering': ('numbering', WORD + 'numbering+xml'),
    'footnotes': ('footnotes', WORD + 'footnotes+xml'), 'comments': ('comments', WORD + 'comments+xml'),
    'header1': ('header', WORD + 'header+xml'), 'footer1': ('footer', WORD + 'footer+xml'),
}
STYLES = ''.join(
    f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{name}"/><w:basedOn w:val="a"/>{how}</w:style>' for i, name, how in (
        ('k', '引题', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr>'),
        ('t', 'Title', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr>'),
        ('s', 'Subtitle', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="30"/></w:rPr>'),
        ('h', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'),
        ('c', 'caption', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>'),
        ('q', 'Quote', '<w:rPr><w:i/></w:rPr>')))
STYLES = f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>{STYLES}'
NUMBERING = ''.join(
    f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{how}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    for i, how, text in ((1, 'bullet', '·'), (2, 'decimal', '%1.'))) + ''.join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in (1, 2))


def run(text, how=''):
    return f'<w:r><w:rPr>{how}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(inside, style='', how=''):
    inside = inside if inside.startswith('<') else run(inside)
    return f'<w:p><w:pPr>{f"""<w:pStyle w:val="{style}"/>""" if style else ""}{how}</w:pPr>{inside}</w:p>'


def item(inside, number):
    return p(inside, how=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def centred(text, how=''):
    return p(run(text, how), how='<w:jc w:val="center"/>')


def picture(alt):
    return p(f'<w:r><w:drawing><wp:inline><wp:extent cx="5200000" cy="2925000"/><wp:docPr id="1" name="p" descr="{escape(alt)}"/><a:graphic>'
             '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr>'
             '<pic:blipFill><a:blip r:embed="image"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5200000" cy="2925000"/></a:xfrm>'
             '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>', how='<w:jc w:val="center"/>')


def table(*rows):
    cells = lambda row, how: ''.join(f'<w:tc><w:tcPr/>{p(run(cell, how))}</w:tc>' for cell in row)
    return '<w:tbl><w:tblPr/>' + f'<w:tr><w:trPr><w:tblHeader/></w:trPr>{cells(rows[0], "<w:b/>")}</w:tr>' + ''.join(f'<w:tr>{cells(row, "")}</w:tr>' for row in rows[1:]) + '</w:tbl>'


def write(path, body, image, **parts):
    parts = {'styles': f'<w:styles {NS}>{STYLES}</w:styles>', 'numbering': f'<w:numbering {NS}>{NUMBERING}</w:numbering>', **parts}
    types = ''.join(f'<Override PartName="/word/{name}.xml" ContentType="{PARTS[name][1]}"/>' for name in parts)
    links = ''.join(f'<Relationship Id="{name}" Type="{OFFICE}{PARTS[name][0]}" Target="{name}.xml"/>' for name in parts)
    files = {
        '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="{WORD}document.main+xml"/>{types}</Types>',
        '_rels/.rels': f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="{OFFICE}officeDocument" Target="word/document.xml"/></Relationships>',
        'word/_rels/document.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'{links}<Relationship Id="image" Type="{OFFICE}image" Target="media/image1.jpg"/></Relationships>',
        'word/document.xml': f'<w:document {NS}><w:body>{body}</w:body></w:document>',
        **{f'word/{name}.xml': text for name, text in parts.items()},
    }
    with zipfile.ZipFile(os.path.join(CONTENT, path), 'w') as archive:
        add = lambda name, data: archive.writestr(zipfile.ZipInfo(name, (2026, 11, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
        for name, text in files.items():
            add(name, HEAD + text)
        with open(os.path.join(CONTENT, 'pictures', image), 'rb') as data:
            add('word/media/image1.jpg', data.read())


# With styles, as a desk with a template writes: kicker, title, subtitle, headings, caption, table, footnote, list.
write('文化/夜读时光.docx', ''.join((
    p('新图书馆夜间开放满一周', 'k'), p('末班轮渡之前，灯下还有四百个座位', 't'), p('——海桥新图书馆夜读记', 's'),
    p('2026-11-18 21:15　来源：海桥晚报　作者：许知夏'),
    p('海桥晚报11月18日讯（记者 许知夏） 晚上八点，海桥新图书馆的灯没有像往常那样一层一层熄下去。夜间开放满一周，旧船厂里最亮的窗户，成了江上行船的新航标。'),
    p(run('馆里数过，七个晚上一共来了九千四百人') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run('，其中三成是下班后赶来的。') + run('“白天的图书馆属于时间多的人，夜里的图书馆属于时间少的人。”', '<w:b/>') + run('馆长温如玉说。')),
    picture('图书馆大厅的阶梯与落地窗'), p('夜里的船台阶梯。插图/陈墨', 'c'),
    p('谁在夜里读书', 'h'),
    p('靠窗的位置坐着刚下班的船厂工程师、备考的护士和一位每晚来抄半页诗的退休教师。社区阅读的志愿者在门口摆了一篮子老花镜，借的时候不用登记，还的时候多半会添一句谢谢。'),
    table(('时段', '平均人数', '最常被借的书'), ('18时至20时', '620', '绘本与童话'), ('20时至22时', '410', '地方志与航海日记')),
    p('末班车也晚了', 'h'),
    p('为了让读者看完最后一章，轮渡公司和公交公司都改了时刻：'),
    item('轮渡末班推迟到二十二时三十分；', 1), item('滨江一路夜班车在馆门口加停一站；', 1), item('沿江绿道的路灯在闭馆后再亮半小时。', 1),
    p('书里的灯塔都是给别人看的，读书的人自己就是一座。', 'q'),
    p('夜间开放将持续到明年三月。潮声书店的店主也把打烊时间推后了一个小时，他说海桥的夜晚变长了，但一点也不晚。'),
    p('责任编辑：周原'), p('关键词：新图书馆，夜读，社区阅读'))),
    'library-hall.jpg',
    footnotes=f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="-1">{p("　")}</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run("按入馆闸机统计，同一晚重复进出只计一次。")}</w:p></w:footnote></w:footnotes>')

# Without any style, as most people write: a big line in the middle, a line of fields, paragraphs.
write('城市/桥下球场.docx', ''.join((
    centred('桥墩之间，长出一片球场', '<w:b/><w:sz w:val="44"/>'),
    centred('2026年11月12日 17:40  来源：海桥日报  记者：沈一舟', '<w:sz w:val="21"/>'),
    p('云江大桥北岸的桥墩之间，过去只停着几辆等活的货车。今年秋天，沿江绿道二期从桥下穿过，设计师把这块晒不到太阳也淋不到雨的空地画成了一片球场。'),
    p('两片篮球场、六张乒乓球台、一圈四百米的跑道，全都躲在桥面底下。下雨天，这里反而最热闹，球鞋摩擦地面的声音和头顶的车声混在一起，像一座巨大的鼓。'),
    picture('沿江绿道上骑车和散步的人'),
    p('图为沿江绿道桥下路段。陈墨 绘'),
    p(run('夜里怎么办', '<w:b/>')),
    p('桥墩上装了八十盏灯，灯光朝下，不扰江鸟。晚上十点灯会自动变暗，提醒打球的人早点回家。附近居民和绿道管理处约好，每周三晚上把场地留给不会打球、只想试试的人。'),
    p('“我六十三岁，第一次投进一个球。”住在老街的方阿姨说，那天她请全场的人喝了豆浆。'),
    p('明年春天，桥下还会添一面攀岩墙和一个修车角。管理处说，城市里的空地不怕小，只怕没有人想起它。'),
    p('责任编辑：周原'))),
    'greenway.jpg',
    header1=f'<w:hdr {NS}>{p("海桥日报 城市版 内部审稿")}</w:hdr>', footer1=f'<w:ftr {NS}>{p("第 1 页")}</w:ftr>')

# As it comes back from the desk: numbered steps, a tracked change, a comment.
write('生活/茶山上的秋糕.docx', ''.join((
    p('茶山上的秋糕', 't'), p('2026-10-22 09:30　来源：海桥晚报　作者：林棠'),
    p('霜降前后，青禾乡的茶山不采茶了，家家户户改蒸秋糕。糯米是新收的，桂花是墙角那一棵，红糖是去年冬天自己熬的。'),
    picture('层层叠叠的茶山'), p('霜降前的青禾茶山。插图/陈墨', 'c'),
    p('茶农何秀兰把做法写在日历背面，一共四步：'),
    item('糯米浸一夜，沥干，磨成不粗不细的粉；', 2), item('红糖用热茶汤化开，放凉，一点点揉进粉里；', 2),
    item('竹蒸笼里铺一层新鲜茶叶，把粉松松地筛上去，不要压；', 2), item('大火蒸三十分钟，撒桂花，再焖五分钟。', 2),
    p(run('何秀兰说，秋糕最要紧的是“松”。') + f'<w:del w:id="1" w:author="desk" w:date="2026-10-22T09:00:00Z"><w:r><w:delText>手重的人做不好。</w:delText></w:r></w:del><w:ins w:id="2" w:author="desk" w:date="2026-10-22T09:00:00Z">{run("心急的人做不好。")}</w:ins>' + run('粉压实了，蒸出来就是一块砖。')),
    p('今年乡里把三十户人家的秋糕装进竹篮，周末摆到老街的早市上。第一个周末，两百篮不到九点就卖完了。买到的人多半等不到回家，站在街边就拆开，热气里全是桂花和茶叶的味道。'),
    p('（记者 林棠）'))),
    'tea-terraces.jpg',
    comments=f'<w:comments {NS}><w:comment w:id="0" w:author="desk">{p("篮数请再向乡里核实。")}</w:comment></w:comments>')
