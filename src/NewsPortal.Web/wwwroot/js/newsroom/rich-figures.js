// What is said of a picture beside the text: the panel of the figure that is selected, and the form's fields.

/** What the form's list says, by the picture's address. */
export function listed(list) {
  return new Map([...list.querySelectorAll('.figure-row')].map(row => [row.dataset.address, {
    credit: row.dataset.credit, decorative: row.dataset.decorative === 'true', x: row.dataset.x === '' ? null : Number(row.dataset.x), y: row.dataset.y === '' ? null : Number(row.dataset.y),
  }]));
}

/** Fields of every figure of a document, in place of the list: alternative text and caption stand in the text itself. */
export function fill(list, doc) {
  const fields = [];
  doc.descendants(node => {
    if (node.type.name !== 'figure') return !node.inlineContent;
    const { src, credit, decorative, x, y } = node.attrs;
    for (const [name, value] of Object.entries({ Address: src, Credit: credit, IsDecorative: decorative, FocalX: x ?? '', FocalY: y ?? '' })) {
      fields.push(Object.assign(document.createElement('input'), { type: 'hidden', name: `Form.Figures[${Math.floor(fields.length / 5)}].${name}`, value }));
    }
    return false;
  });
  list.replaceChildren(...fields);
  list.hidden = true;
}

/** Wires the panel; the answer shows it for a state. */
export function panel(element, view, figureIn, viewable) {
  const field = name => element.querySelector(`[data-field=${name}]`);
  const [image, dot] = [element.querySelector('img'), element.querySelector('.focus span')];
  let current = null;

  const set = attrs => {
    const figure = figureIn(view().state);
    if (!figure) return;
    const { state } = view();
    const tr = state.tr.setNodeMarkup(figure.at, null, { ...figure.node.attrs, ...attrs });

    // Its fields are being typed in: the figure stays the one that is selected.
    if (state.selection.node) tr.setSelection(state.selection.constructor.create(tr.doc, figure.at));
    view().dispatch(tr);
  };
  const number = value => value === '' ? null : Math.max(0, Math.min(100, Math.round(Number(value))));

  element.addEventListener('input', e => {
    const name = e.target.dataset.field;
    if (name === 'decorative') set({ decorative: e.target.checked, alt: e.target.checked ? '' : figureIn(view().state).node.attrs.alt });
    else if (name === 'x' || name === 'y') set({ x: number(field('x').value) ?? 50, y: number(field('y').value) ?? 50, ...(field('x').value === '' && field('y').value === '' && { x: null, y: null }) });
    else set({ [name]: e.target.value });
  });

  // Return sends the form; here it only ends the typing.
  element.addEventListener('keydown', e => {
    if (e.key === 'Enter' && e.target.localName === 'input') e.preventDefault();
    if (e.key === 'Escape') view().focus();
  });
  image.addEventListener('click', e => {
    const box = image.getBoundingClientRect();
    set({ x: number((e.clientX - box.left) / box.width * 100), y: number((e.clientY - box.top) / box.height * 100) });
  });
  element.querySelector('[data-act=away]').addEventListener('click', () => {
    const figure = figureIn(view().state);
    if (figure) view().dispatch(view().state.tr.delete(figure.at, figure.at + figure.node.nodeSize));
    view().focus();
  });

  return state => {
    const attrs = figureIn(state)?.node.attrs ?? null;
    element.hidden = !attrs;
    if (!attrs || attrs === current) return;
    current = attrs;
    const src = viewable(attrs.src);
    if (!src) image.removeAttribute('src');
    else if (image.getAttribute('src') !== src) image.src = src;
    for (const name of ['credit', 'alt', 'x', 'y']) if (field(name).value !== String(attrs[name] ?? '')) field(name).value = attrs[name] ?? '';
    field('decorative').checked = attrs.decorative;
    field('alt').disabled = attrs.decorative;
    dot.hidden = attrs.x === null;
    dot.style.left = `${attrs.x}%`;
    dot.style.top = `${attrs.y}%`;
  };
}
