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

form.addEventListener('submit', e => {
  e.preventDefault();
  const data = new FormData(form);
  for (const { file, path } of dropped) data.append('files', file, path);
  const progress = document.getElementById('progress');
  const [bar, words] = progress.children;
  progress.hidden = false;
  form.querySelector('button.main').disabled = true;
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
