// The two windows of the editor: a link, to an article of the site or to any address; and a picture, sent or chosen.

/** Asks for a link and sets it on what is selected. */
export function linkDialog(said) {
  const [dialog, search, hits, address, status] = ['link-dialog', 'link-search', 'link-hits', 'link-address', 'link-status'].map(id => document.getElementById(id));
  let headline = '';
  let waiting = 0;
  let asked = 0;

  async function find() {
    const turn = ++asked;
    if (!search.value.trim()) { hits.replaceChildren(); status.textContent = ''; return; }
    const answer = await fetch(`/newsroom/editing/links?q=${encodeURIComponent(search.value)}`).then(r => r.ok ? r.json() : Promise.reject()).catch(() => null);
    if (turn !== asked) return;
    status.textContent = answer === null ? said.failed : answer.length ? `${answer.length} ${said.found}` : said.nothing;
    hits.replaceChildren(...(answer ?? []).map(hit => {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: hit.headline });
      button.append(Object.assign(document.createElement('span'), { className: 'hint', textContent: hit.when }));
      button.addEventListener('click', () => { address.value = hit.address; headline = hit.headline; dialog.returnValue = 'set'; dialog.close('set'); });
      const item = document.createElement('li');
      item.append(button);
      return item;
    }));
  }

  search.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(find, 250); });
  search.addEventListener('keydown', e => { if (e.key === 'Enter') { e.preventDefault(); clearTimeout(waiting); find(); } });

  // A cursor in a link means all of it.
  function range(state) {
    const { from, to, empty, $from } = state.selection;
    const type = state.schema.marks.link;
    const mark = type.isInSet($from.marks()) ?? ($from.nodeAfter && type.isInSet($from.nodeAfter.marks));
    if (!empty || !mark) return { from, to, href: empty ? '' : linkIn(state, from, to) };
    const runs = [];
    $from.parent.forEach((node, offset) => {
      const at = $from.start() + offset;
      if (!mark.isInSet(node.marks)) return;
      if (runs.at(-1)?.to === at) runs.at(-1).to = at + node.nodeSize; else runs.push({ from: at, to: at + node.nodeSize });
    });
    return { ...runs.find(run => run.from <= from && from <= run.to), href: mark.attrs.href };
  }

  function linkIn(state, from, to) {
    let href = '';
    state.doc.nodesBetween(from, to, node => { href ||= state.schema.marks.link.isInSet(node.marks)?.attrs.href ?? ''; });
    return href;
  }

  return view => {
    const where = range(view.state);
    const type = view.state.schema.marks.link;
    Object.assign(search, { value: view.state.doc.textBetween(where.from, where.to).slice(0, 60) });
    address.value = where.href;
    headline = '';
    hits.replaceChildren();
    status.textContent = '';
    document.getElementById('link-away').hidden = !where.href;
    dialog.returnValue = '';
    dialog.showModal();
    search.select();
    if (search.value && !where.href) find();
    dialog.onclose = () => {
      const tr = view.state.tr;
      const href = address.value.trim();
      if (dialog.returnValue === 'away') tr.removeMark(where.from, where.to, type);
      if (dialog.returnValue === 'set' && href) {
        const mark = type.create({ href });
        if (where.from === where.to) tr.insert(where.from, view.state.schema.text(headline || href, [mark])).removeStoredMark(type);
        else tr.removeMark(where.from, where.to, type).addMark(where.from, where.to, mark);
      }
      if (tr.docChanged) view.dispatch(tr.scrollIntoView());
      view.focus();
    };
  };
}

/** Asks for a picture and puts it in. */
export function pictureDialog(said, send, insert) {
  const [dialog, file, hits, status] = ['picture-dialog', 'picture-file', 'picture-hits', 'picture-status'].map(id => document.getElementById(id));
  let chosen = [];
  file.addEventListener('change', async () => {
    status.textContent = said.sending;
    chosen = await send([...file.files], fault => { status.textContent = fault; });
    file.value = '';
    if (chosen.length) dialog.close('set');
  });

  return async view => {
    chosen = [];
    status.textContent = '';
    dialog.returnValue = '';
    dialog.onclose = () => { if (chosen.length) insert(view, chosen); else view.focus(); };
    dialog.showModal();
    const latest = await fetch('/newsroom/editing/pictures').then(r => r.ok ? r.json() : []).catch(() => []);
    hits.replaceChildren(...latest.map((picture, i) => {
      const button = Object.assign(document.createElement('button'), { type: 'button' });
      button.append(Object.assign(document.createElement('img'), { src: picture.thumbnail, alt: picture.alt || picture.caption || `${i + 1}`, loading: 'lazy' }));
      button.addEventListener('click', () => {
        const { schema } = view.state;
        chosen = [schema.node('figure', { src: picture.address, alt: picture.alt ?? '', credit: picture.credit ?? '', x: picture.focalX, y: picture.focalY })];
        dialog.close('set');
      });
      const item = document.createElement('li');
      item.append(button);
      return item;
    }));
  };
}

/** Shows which marks would become full-width, and has them so. */
export function marksDialog(said, { ask, blocksOf, markupOf, tell }) {
  const [dialog, changes] = ['marks-dialog', 'marks-changes'].map(id => document.getElementById(id));
  return async view => {
    const doc = view.state.doc;
    const answer = await ask(doc);
    if (!answer.blocks?.length) { tell(answer.fault ?? said.marksRight); return; }
    changes.replaceChildren(...answer.blocks.map(runs => {
      const line = Object.assign(document.createElement('p'), { className: 'diff' });
      line.append(...runs.map(run => Object.assign(document.createElement(run.kind), { textContent: run.text })));
      return line;
    }));
    dialog.returnValue = '';
    dialog.onclose = () => {
      // What was typed meanwhile is not written over: the window lets nobody type, but a picture may arrive.
      if (dialog.returnValue === 'set' && view.state.doc.eq(doc)) {
        const blocks = blocksOf(answer.html);
        const tr = view.state.tr;
        const old = doc.content.content.filter(node => node.type.name !== 'paragraph' || node.childCount);
        if (old.length === blocks.length) {
          let at = doc.content.size;
          for (let i = doc.childCount - 1, j = blocks.length - 1; i >= 0; i--) {
            const node = doc.child(i);
            at -= node.nodeSize;
            if (node !== old[j]) continue;
            if (markupOf(node) !== markupOf(blocks[j])) tr.replaceWith(at, at + node.nodeSize, blocks[j]);
            j--;
          }
        } else tr.replaceWith(0, doc.content.size, blocks);
        view.dispatch(tr);
      }
      view.focus();
    };
    dialog.showModal();
  };
}
