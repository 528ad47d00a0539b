// What is typed is kept in the browser until it is saved, counted, and not left behind by mistake. Where it can be, the text is shown as it will look.
const desk = document.getElementById('desk');
const body = document.getElementById('Body');
const format = desk.elements['Form.Format'];
const count = document.getElementById('count');
const rich = document.getElementById('rich');
const list = document.getElementById('figures');
const token = desk.elements.__RequestVerificationToken.value;

// By person and article: what one wrote on a shared computer is not put before another.
const own = `newsroom-text-${desk.dataset.user}-`;
const key = own + (desk.dataset.article || 'new');
let changed = false;
let waiting = 0;
let editor = null;

// As the server counts (字数): Han, kana and Hangul one each, words and numbers of other scripts one each.
const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';
const letter = `(?:(?!${wide})[\\p{L}\\p{N}])`;
const units = new RegExp(`${wide}|${letter}(?:${letter}|\\p{M}|[.,:'’/-](?=${letter}))*`, 'gu');
const counted = text => (text.match(units) || []).length;

function show() {
  count.textContent = `${counted(editor?.isShown ? editor.plain() : body.value)} ${desk.dataset.words}`;
}

// The list of pictures is part of what is typed.
const fields = () => [...desk.querySelectorAll('.fields [name]'), format];

function keep() {
  try {
    localStorage.setItem(key, JSON.stringify({ version: desk.dataset.version, values: fields().map(f => [f.name, f.value]) }));
  } catch { /* a full or closed storage takes nothing away: the page still holds the text */ }
}

function putBack() {
  const kept = JSON.parse(localStorage.getItem(key) || 'null');
  if (!kept || kept.version !== desk.dataset.version) return null;
  const values = new Map(kept.values);
  if (fields().every(f => !values.has(f.name) || values.get(f.name) === f.value)) return null;
  for (const field of fields()) if (values.has(field.name)) field.value = values.get(field.name);
  const note = Object.assign(document.createElement('p'), { className: 'note', textContent: desk.dataset.kept });
  note.setAttribute('role', 'status');
  desk.before(note);
  changed = true;
  return values;
}

function touched() {
  changed = true;
  show();
  clearTimeout(waiting);
  waiting = setTimeout(keep, 400);
}

async function post(address, values) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  const answer = await fetch(address, { method: 'POST', body: form, headers: { 'X-Form-Token': token } });
  const said = await answer.json().catch(() => ({}));
  return answer.ok ? said : { fault: said.fault || rich.dataset.failed };
}

async function startRich(put) {
  const [{ show: open, figureIn, insertBlocks }, { schema, read, write, plain, documentOf, say, viewable }, figures, dialogs] =
    await Promise.all(desk.dataset.rich.split(' ').map(address => import(address)));
  const said = rich.dataset;
  const status = document.getElementById('rich-status');
  say({ kept: said.keptBlock, missing: said.missing, caption: said.caption });
  const notes = figures.listed(list);

  // Fields that were kept in the browser know more than the list.
  for (const [name, value] of put ?? []) {
    const index = /^Form\.Figures\[(\d+)\]\.Address$/.exec(name)?.[1];
    const of = field => put.get(`Form.Figures[${index}].${field}`) ?? '';
    if (index) notes.set(value, { credit: of('Credit'), decorative: of('IsDecorative') === 'true', x: of('FocalX') === '' ? null : Number(of('FocalX')), y: of('FocalY') === '' ? null : Number(of('FocalY')) });
  }

  async function cleaned(text, as) {
    status.textContent = said.cleaning;
    const answer = await post('/newsroom/editing/clean', { text, format: as }).catch(() => ({ fault: said.failed }));
    status.textContent = answer.fault ?? '';
    return answer.html === undefined ? null : read(answer.html, notes);
  }

  async function send(files, tell = fault => { status.textContent = fault; }) {
    const made = [];
    for (const file of files) {
      tell(said.sending);
      const answer = await post('/newsroom/editing/pictures', { file }).catch(() => ({ fault: said.failed }));
      tell(answer.fault ?? '');
      if (answer.address) made.push(schema.node('figure', { src: answer.address }));
      if (answer.alike) status.textContent = answer.alike;
    }
    return made;
  }

  async function clean(html) {
    const blocks = await cleaned(html, 'Html');
    if (blocks?.some(b => b.type.name === 'figure' && !b.attrs.src.startsWith('/media/'))) status.textContent = said.foreign;
    return blocks;
  }

  // What is said of pictures is not in the markup, and must outlive its repair.
  function noted(doc) {
    const all = new Map(notes);
    doc.descendants(({ type, attrs: { src, credit, decorative, x, y } }) => { if (type.name === 'figure') all.set(src, { credit, decorative, x, y }); });
    return all;
  }

  const marks = dialogs.marksDialog(said, {
    ask: doc => post('/newsroom/editing/punctuation', { text: write(doc) }).catch(() => ({ fault: said.failed })),
    blocksOf: html => read(html, noted(shown.view.state.doc)),
    markupOf: node => write(documentOf([node]), true),
    tell: words => { status.textContent = words; },
  });

  const first = put ? await cleaned(body.value, format.value) : read(said.html, notes);
  if (!first) return;
  let seen = body.value;
  let panel = () => {};
  const shown = open({
    place: document.getElementById('rich-text'), bar: rich.querySelector('.tools'), schema, doc: documentOf(first), name: said.name,
    dialogs: { link: dialogs.linkDialog(said), picture: dialogs.pictureDialog(said, send, insertBlocks), marks }, io: { clean, send },
    changed(doc) {
      body.value = seen = write(doc);
      format.value = 'Html';
      figures.fill(list, doc);
      touched();
    },
    moved: state => panel(state),
  });
  panel = figures.panel(document.getElementById('figure-panel'), () => shown.view, figureIn, viewable);
  figures.fill(list, shown.view.state.doc);

  const views = document.getElementById('views');
  const source = document.getElementById('source');
  const hint = document.getElementById('source-hint');
  function turn(toRich) {
    editor.isShown = toRich;
    [rich.hidden, source.hidden] = [!toRich, toRich];
    hint.hidden = format.value === 'Html' && changed;
    for (const button of views.children) button.setAttribute('aria-pressed', (button.dataset.view === 'rich') === toRich);
    show();
  }

  views.addEventListener('click', async e => {
    const view = e.target.dataset.view;
    if (view === 'source') { turn(false); body.focus(); }
    if (view === 'rich' && !editor.isShown) {
      // Source that was changed is read as saving would read it.
      if (body.value !== seen) {
        const blocks = await cleaned(body.value, format.value);
        if (!blocks) return;
        shown.replace(documentOf(blocks));
        seen = body.value;
        figures.fill(list, shown.view.state.doc);
      }
      turn(true);
      shown.view.focus();
    }
  });
  desk.querySelector('label[for=Body]').addEventListener('click', e => { if (editor.isShown) { e.preventDefault(); shown.view.focus(); } });
  editor = { isShown: true, plain: () => plain(shown.view.state.doc), view: shown.view, read: html => documentOf(read(html)), write };
  views.hidden = false;
  turn(true);
  desk.dataset.ready = 'rich';
}

// A refused save shows what was typed; what was kept before must not come over it.
const put = document.querySelector('main > .fault') ? null : putBack();
show();
desk.addEventListener('input', e => { if (e.target.name) touched(); });
desk.addEventListener('submit', () => { changed = false; keep(); });
addEventListener('beforeunload', e => { if (changed) e.preventDefault(); });
document.addEventListener('keydown', e => {
  if ((e.ctrlKey || e.metaKey) && e.key === 's') { e.preventDefault(); desk.requestSubmit(); }
});

// What became an article is no longer a new one; who leaves takes along what was not saved, and what earlier versions kept belongs to nobody.
if (desk.dataset.article && document.querySelector('main > .done')) localStorage.removeItem(`${own}new`);
for (const name of Object.keys(localStorage)) if (/^newsroom-(new|\d+)$/.test(name)) localStorage.removeItem(name);
document.querySelector('form.leave').addEventListener('submit', () => {
  clearTimeout(waiting);
  changed = false;
  for (const name of Object.keys(localStorage)) if (name.startsWith('newsroom-')) localStorage.removeItem(name);
});

if (rich) startRich(put).finally(() => desk.dispatchEvent(new Event('ready')));
