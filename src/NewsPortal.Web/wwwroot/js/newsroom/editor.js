// What is typed is kept in the browser until it is saved, counted, and not left behind by mistake.
const desk = document.getElementById('desk');
const body = document.getElementById('Body');
const count = document.getElementById('count');
const fields = [...desk.querySelectorAll('.fields [name]')];
const key = `newsroom-${desk.dataset.article || 'new'}`;
let changed = false;

function counted(text) {
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+/gu) || [];
  return (text.match(/\p{Script=Han}/gu) || []).length + words.length;
}

function show() {
  count.textContent = `${counted(body.value)} ${desk.dataset.words}`;
}

function keep() {
  try {
    localStorage.setItem(key, JSON.stringify({ version: desk.dataset.version, values: fields.map(f => [f.name, f.value]) }));
  } catch { /* a full or closed storage takes nothing away: the page still holds the text */ }
}

function putBack() {
  const kept = JSON.parse(localStorage.getItem(key) || 'null');
  if (!kept || kept.version !== desk.dataset.version) return;
  const values = new Map(kept.values);
  if (fields.every(f => !values.has(f.name) || values.get(f.name) === f.value)) return;
  for (const field of fields) if (values.has(field.name)) field.value = values.get(field.name);
  const note = Object.assign(document.createElement('p'), { className: 'note', textContent: desk.dataset.kept });
  note.setAttribute('role', 'status');
  desk.before(note);
  changed = true;
}

// A refused save shows what was typed; what was kept before must not come over it.
if (!document.querySelector('main > .fault')) putBack();
show();
let waiting = 0;
desk.addEventListener('input', () => {
  changed = true;
  show();
  clearTimeout(waiting);
  waiting = setTimeout(keep, 400);
});
desk.addEventListener('submit', () => { changed = false; keep(); });
addEventListener('beforeunload', e => { if (changed) e.preventDefault(); });
document.addEventListener('keydown', e => {
  if ((e.ctrlKey || e.metaKey) && e.key === 's') { e.preventDefault(); desk.requestSubmit(); }
});

// What became an article is no longer a new one.
if (desk.dataset.article && document.querySelector('main > .done')) localStorage.removeItem('newsroom-new');
