// What a text may hold, as the server's cleaner allows it, and the way from markup to it and back.
import { Schema, DOMParser as Reader } from '/lib/prosemirror/prosemirror-1.44.0.min.js';

// Markup is only ever read into a document that shows nothing; what is shown is made of the schema below.
const policy = globalThis.trustedTypes?.createPolicy('newsroom', { createHTML: html => html }) ?? { createHTML: html => html };
const inert = html => new DOMParser().parseFromString(policy.createHTML(`<!doctype html><body>${html}`), 'text/html').body;

const spans = dom => ({ colspan: Number(dom.getAttribute('colspan')) || 1, rowspan: Number(dom.getAttribute('rowspan')) || 1 });
const spanned = node => ({ ...(node.attrs.colspan > 1 && { colspan: node.attrs.colspan }), ...(node.attrs.rowspan > 1 && { rowspan: node.attrs.rowspan }) });
const cell = (tag, role) => ({
  content: 'block+', isolating: true, tableRole: role, attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
  parseDOM: [{ tag, getAttrs: spans }], toDOM: node => [tag, spanned(node), 0],
});
const simple = tag => ({ parseDOM: [{ tag }], toDOM: () => [tag, 0] });
const words = { kept: '', missing: '', caption: '' };

/** Where a picture is seen before readers see it; null for one that the site does not have. */
export const viewable = src => src.startsWith('/media/') ? `/newsroom/editing${src}` : null;

// The site's own pictures can be shown; others have a place and their address.
function shown(attrs) {
  const src = viewable(attrs.src);
  return src ? ['img', { src, alt: attrs.alt, draggable: 'false' }] : ['span', { class: 'missing' }, words.missing + attrs.src];
}

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      content: 'inline*', group: 'block', defining: true, attrs: { level: { default: 2 } },
      parseDOM: [2, 3, 4].map(level => ({ tag: `h${level}`, attrs: { level } })), toDOM: node => [`h${node.attrs.level}`, 0],
    },
    blockquote: { content: 'block+', group: 'block', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: {
      content: 'list_item+', group: 'block', attrs: { start: { default: 1 } },
      parseDOM: [{ tag: 'ol', getAttrs: dom => ({ start: dom.hasAttribute('start') ? Number(dom.getAttribute('start')) : 1 }) }],
      toDOM: node => ['ol', node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
    },
    list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    terms: { content: '(term | description)+', group: 'block', parseDOM: [{ tag: 'dl' }], toDOM: () => ['dl', 0] },
    term: { content: 'inline*', defining: true, parseDOM: [{ tag: 'dt' }], toDOM: () => ['dt', 0] },
    description: { content: 'block+', defining: true, parseDOM: [{ tag: 'dd' }], toDOM: () => ['dd', 0] },
    code_block: { content: 'text*', marks: '', group: 'block', code: true, defining: true, parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }], toDOM: () => ['pre', ['code', 0]] },
    table: {
      content: 'table_row+', group: 'block', isolating: true, tableRole: 'table', attrs: { caption: { default: '' } },
      parseDOM: [{ tag: 'table', getAttrs: dom => ({ caption: dom.querySelector('caption')?.textContent ?? '' }) }, { tag: 'caption', ignore: true }],
      toDOM: node => ['table', ...(node.attrs.caption ? [{ 'aria-label': node.attrs.caption }] : []), ['tbody', 0]],
    },
    table_row: {
      content: '(table_cell | table_header)*', tableRole: 'row', attrs: { head: { default: false } },
      parseDOM: [{ tag: 'tr', getAttrs: dom => ({ head: dom.parentElement?.localName === 'thead' }) }], toDOM: () => ['tr', 0],
    },
    table_cell: cell('td', 'cell'),
    table_header: cell('th', 'header_cell'),
    figure: {
      content: 'inline*', group: 'block', isolating: true, defining: true, draggable: true,
      attrs: { src: {}, alt: { default: '' }, credit: { default: '' }, decorative: { default: false }, x: { default: null }, y: { default: null } },
      parseDOM: [{
        tag: 'figure',
        getAttrs: dom => dom.querySelectorAll('img').length === 1 && dom.firstElementChild.localName === 'img' && { src: dom.firstElementChild.getAttribute('src'), alt: dom.firstElementChild.getAttribute('alt') ?? '' },
        contentElement: dom => dom.querySelector('figcaption') ?? dom.ownerDocument.createElement('figcaption'),
      }],
      toDOM: node => ['figure', ['div', { contenteditable: 'false', class: 'held' }, shown(node.attrs)], ['figcaption', { 'data-empty': words.caption }, 0]],
    },
    rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },

    // Whatever else the cleaner allows: it is seen, it can be moved and taken out, and it goes back as it came.
    kept: {
      group: 'block', atom: true, draggable: true, attrs: { html: {} },
      toDOM: node => ['div', { class: 'kept-block' }, ['b', words.kept], ['span', inert(node.attrs.html).textContent]],
    },
    text: { group: 'inline' },
    line_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    ruby: {
      inline: true, group: 'inline', atom: true, attrs: { html: {} }, parseDOM: [{ tag: 'ruby', getAttrs: dom => ({ html: dom.outerHTML }) }],
      toDOM: node => ['ruby', ...[...inert(node.attrs.html).firstChild.childNodes].map(n => n.nodeType === 1 ? [n.localName, n.textContent] : ['span', n.textContent])],
    },
  },
  marks: {
    link: {
      attrs: { href: {} }, inclusive: false, parseDOM: [{ tag: 'a[href]', getAttrs: dom => ({ href: dom.getAttribute('href') }) }],
      toDOM: mark => ['a', { href: mark.attrs.href, title: mark.attrs.href, tabindex: '-1' }, 0],
    },
    strong: simple('strong'), em: simple('em'), del: simple('del'), ins: simple('ins'), mark: simple('mark'), small: simple('small'),
    sub: simple('sub'), sup: simple('sup'), code: simple('code'),
  },
});

const reader = Reader.fromSchema(schema);
const escaped = text => text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

// Blocks that nobody touched go back with the very markup that they came with.
const origins = new WeakMap();

const tag = mark => mark.type.name === 'link' ? 'a' : mark.type.name;

function inline(parent) {
  let html = '';
  let open = [];
  const close = kept => { while (open.length > kept) html += `</${tag(open.pop())}>`; };
  parent.forEach(node => {
    let same = 0;
    while (same < open.length && same < node.marks.length && open[same].eq(node.marks[same])) same++;
    close(same);
    for (const mark of node.marks.slice(same)) {
      html += mark.type.name === 'link' ? `<a href="${escaped(mark.attrs.href)}">` : `<${mark.type.name}>`;
      open.push(mark);
    }
    html += node.isText ? escaped(node.text) : node.type.name === 'ruby' ? node.attrs.html : '<br>';
  });
  close(0);
  return html;
}

// One paragraph in an item or cell needs no tag of its own.
function held(node) {
  const bare = node.firstChild.type.name === 'paragraph' && node.content.content.filter(n => n.type.name === 'paragraph').length === 1;
  return node.content.content.map((child, i) => bare && i === 0 ? inline(child) : markup(child)).join('');
}

function table(node) {
  const rows = head => node.content.content.filter(row => row.attrs.head === head).map(row => `<tr>${row.content.content.map(markup).join('')}</tr>`).join('');
  const part = (tag, inside) => inside && `<${tag}>${inside}</${tag}>`;
  return `<table>${part('caption', escaped(node.attrs.caption))}${part('thead', rows(true))}${part('tbody', rows(false))}</table>`;
}

function markup(node) {
  const attrs = Object.entries(spanned(node)).map(([name, value]) => ` ${name}="${value}"`).join('');
  const inside = () => node.content.content.map(markup).join('');
  switch (node.type.name) {
    case 'paragraph': return `<p>${inline(node)}</p>`;
    case 'heading': return `<h${node.attrs.level}>${inline(node)}</h${node.attrs.level}>`;
    case 'term': return `<dt>${inline(node)}</dt>`;
    case 'blockquote': return `<blockquote>${inside()}</blockquote>`;
    case 'bullet_list': return `<ul>${inside()}</ul>`;
    case 'ordered_list': return `<ol${node.attrs.start === 1 ? '' : ` start="${node.attrs.start}"`}>${inside()}</ol>`;
    case 'terms': return `<dl>${inside()}</dl>`;
    case 'list_item': return `<li>${held(node)}</li>`;
    case 'description': return `<dd>${held(node)}</dd>`;
    case 'table_cell': return `<td${attrs}>${held(node)}</td>`;
    case 'table_header': return `<th${attrs}>${held(node)}</th>`;
    case 'table': return table(node);
    case 'code_block': return `<pre><code>${escaped(node.textContent)}</code></pre>`;
    case 'figure': return `<figure><img src="${escaped(node.attrs.src)}" alt="${escaped(node.attrs.alt)}">${node.childCount ? `<figcaption>${inline(node)}</figcaption>` : ''}</figure>`;
    case 'rule': return '<hr>';
    default: return node.attrs.html;
  }
}

// Two spellings of the same: the order in which a run of text is marked says nothing, and where a link leads is asked of the address alone.
function meaning(root) {
  const runs = [];
  const text = (data, marks) => {
    if (!data) return;
    const key = [...marks].sort().join(' ');
    const last = runs.at(-1);
    if (last?.key === key) last.data += data; else runs.push({ key, data });
  };
  const walk = (node, marks) => {
    if (node.nodeType === 3) return text(node.data, marks);
    if (node.nodeType !== 1) return;
    const name = node.localName;
    const inner = name === 'a' ? `a ${node.getAttribute('href')}` : schema.marks[name] && node.closest('pre') === null ? name : null;
    if (inner) return node.childNodes.forEach(n => walk(n, new Set(marks).add(inner)));
    runs.push({ key: null, data: `<${name} ${node.getAttributeNames().sort().map(a => `${a}=${node.getAttribute(a)}`).join(' ')}>` });
    node.childNodes.forEach(n => walk(n, marks));
    runs.push({ key: null, data: `</${name}>` });
  };
  walk(root, new Set());
  return JSON.stringify(runs);
}

function block(element, figures) {
  const holder = element.ownerDocument.createElement('div');
  holder.append(element);
  const nodes = reader.parse(holder, { preserveWhitespace: 'full' }).content.content;
  const same = nodes.length === 1 && meaning(inert(markup(nodes[0]))) === meaning(inert(element.outerHTML));
  let node = same ? nodes[0] : schema.node('kept', { html: element.outerHTML });
  const said = node.type.name === 'figure' && figures.get(node.attrs.src);
  if (said) node = schema.node('figure', { ...node.attrs, ...said }, node.content);
  origins.set(node, element.outerHTML);
  return node;
}

/** The blocks of cleaned markup. What the schema would lose is kept as it is. */
export function read(html, figures = new Map()) {
  return [...inert(html).childNodes].flatMap(child => {
    if (child.nodeType === 3 && child.data.trim()) {
      const paragraph = child.ownerDocument.createElement('p');
      paragraph.textContent = child.data.trim();
      return [block(paragraph, figures)];
    }
    return child.nodeType === 1 ? [block(child, figures)] : [];
  });
}

/** A document of blocks. */
export const documentOf = blocks => schema.node('doc', null, blocks.length ? blocks : [schema.node('paragraph')]);

/** The markup of a document; `anew` writes even what nobody touched. */
export function write(doc, anew = false) {
  return doc.content.content.filter(node => node.type.name !== 'paragraph' || node.childCount)
    .map(node => (!anew && origins.get(node)) || markup(node)).join('\n');
}

/** The plain text that is counted. */
export function plain(doc) {
  let captions = '';
  doc.descendants(node => { captions += node.type.name === 'table' ? `\n${node.attrs.caption}` : ''; return !node.inlineContent; });
  return captions + doc.textBetween(0, doc.content.size, '\n', leaf => leaf.type.name === 'line_break' ? '\n' : leaf.attrs.html ? inert(leaf.attrs.html).textContent : '');
}

/** The words that stand in the text where something cannot be shown. */
export const say = given => Object.assign(words, given);
