// Files and folders can be dropped, pages pasted as they are, and the sending is shown. Without script the form does the rest.
const form = document.getElementById('upload');
const drop = document.getElementById('drop');
const chosen = document.getElementById('chosen');
const pasted = document.getElementById('pasted');
const dropped = [];

function show() {
  chosen.hidden = dropped.length === 0;
  chosen.replaceChildren(...dropped.map(({ path }) => Object.assign(document.createElement('li'), { textContent: path })));
}

async function walk(entry, path) {
  if (entry.isFile) {
    dropped.push({ file: await new Promise((yes, no) => entry.file(yes, no)), path: path + entry.name });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((yes, no) => reader.readEntries(yes, no));
    if (some.length === 0) return;
    for (const inner of some) await walk(inner, `${path}${entry.name}/`);
  }
}

drop.addEventListener('dragover', e => { e.preventDefault(); drop.classList.add('over'); });
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', async e => {
  e.preventDefault();
  drop.classList.remove('over');
  const entries = [...e.dataTransfer.items].map(i => i.webkitGetAsEntry()).filter(Boolean);
  for (const entry of entries) await walk(entry, '');
  show();
});

// The browser has the markup of what was copied; the importer makes more of it than of its bare text.
pasted.addEventListener('paste', e => {
  const html = e.clipboardData.getData('text/html');
  document.getElementById('pastedHtml').value = html;
});
pasted.addEventListener('input', e => {
  if (!String(e.inputType).startsWith('insertFromPaste')) document.getElementById('pastedHtml').value = '';
});

// A large file is sent in pieces: what breaks off goes on where it was, and so does the same file chosen again tomorrow.
const large = 16 * 1024 * 1024;
const pieceLength = 4 * 1024 * 1024;
const mostFailures = 8;

async function sendPieces(file, path, tell) {
  const token = form.querySelector('input[name=__RequestVerificationToken]').value;
  const query = new URLSearchParams({ name: path, size: file.size, modified: file.lastModified });
  let [key, held, failures] = ['', -1, 0];
  while (held < file.size) {
    try {
      const answer = held < 0
        ? await fetch(`/newsroom/upload?handler=Held&${query}`)
        : await fetch(`/newsroom/upload?handler=Piece&${query}&from=${held}`, { method: 'POST', headers: { 'X-Form-Token': token, 'Content-Type': 'application/octet-stream' }, body: file.slice(held, held + pieceLength) });
      const told = await answer.json();
      if (told.error) throw Object.assign(new Error(told.error), { isFinal: true });
      if (answer.status === 503) throw new Error('busy');
      ({ key, held } = told);
      failures = 0;
      tell(held / file.size);
    } catch (error) {
      if (error.isFinal || ++failures > mostFailures) throw error;
      await new Promise(done => setTimeout(done, 250 * 2 ** failures));
      held = -1;
    }
  }
  return `${key}|${file.size}|${path}`;
}

async function gather(tell) {
  const data = new FormData(form);
  const files = [...data.getAll('files').filter(f => f.name).map(f => ({ file: f, path: f.webkitRelativePath || f.name })), ...dropped];
  data.delete('files');
  for (const { file, path } of files) {
    if (file.size >= large) data.append('held', await sendPieces(file, path, share => tell(path, share)));
    else data.append('files', file, path);
  }
  return data;
}

form.addEventListener('submit', async e => {
  e.preventDefault();
  const progress = document.getElementById('progress');
  const [bar, words] = progress.children;
  progress.hidden = false;
  form.querySelector('button.main').disabled = true;
  let data;
  try {
    data = await gather((path, share) => { bar.value = 100 * share; words.textContent = `${form.dataset.sending} ${path} ${Math.round(100 * share)} %`; });
  } catch (error) {
    words.textContent = error.isFinal ? error.message : form.dataset.failed;
    form.querySelector('button.main').disabled = false;
    return;
  }
  const request = new XMLHttpRequest();
  request.open('POST', form.action || location.href);
  request.upload.addEventListener('progress', p => {
    bar.value = p.lengthComputable ? (100 * p.loaded) / p.total : 0;
    words.textContent = `${form.dataset.sending} ${Math.round(bar.value)} %`;
  });
  request.upload.addEventListener('load', () => { bar.removeAttribute('value'); words.textContent = form.dataset.reading; });
  const failed = () => { words.textContent = form.dataset.failed; form.querySelector('button.main').disabled = false; };
  request.addEventListener('error', failed);
  request.addEventListener('load', () => (request.status < 400 ? location.assign(request.responseURL) : failed()));
  request.send(data);
});
