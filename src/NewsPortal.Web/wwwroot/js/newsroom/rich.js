// The text as it will look, to be written in: a view of the schema, its tools and keys. The textarea stays the form's field.
import {
  EditorState, EditorView, Plugin, NodeSelection, TextSelection, Slice, Fragment, keymap, history, undo, redo, baseKeymap, toggleMark, setBlockType, wrapIn, lift,
  chainCommands, exitCode, inputRules, wrappingInputRule, textblockTypeInputRule, wrapInList, splitListItem, liftListItem, sinkListItem, gapCursor, tableEditing,
  goToNextCell, isInTable, addRowAfter, addColumnAfter, deleteRow, deleteColumn, deleteTable, mergeCells, splitCell, toggleHeaderRow,
} from '/lib/prosemirror/prosemirror-1.44.0.min.js';

const inside = (state, name) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === name) return { node: $from.node(depth), at: $from.before(depth) };
  return state.selection.node?.type.name === name ? { node: state.selection.node, at: state.selection.from } : null;
};

/** The figure that is being worked on. */
export const figureIn = state => inside(state, 'figure');

// A caption is one line: what follows it begins below the picture.
function leaveCaption(state, dispatch) {
  const figure = figureIn(state);
  if (!figure) return false;
  const end = figure.at + figure.node.nodeSize;
  if (dispatch) {
    const tr = state.tr.insert(end, state.schema.node('paragraph'));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  }
  return true;
}

/** Puts blocks where the cursor is: behind its block, or in place of an empty one. */
export function insertBlocks(view, nodes) {
  const { state } = view;
  const { $from } = state.selection;
  const depth = Math.min($from.depth, 1);
  const host = depth ? $from.node(depth) : null;
  const empty = host?.type.name === 'paragraph' && !host.childCount;
  const at = depth ? (empty ? $from.before(depth) : $from.after(depth)) : state.selection.to;
  const tr = empty ? state.tr.replaceWith(at, at + host.nodeSize, nodes) : state.tr.insert(at, nodes);
  const first = nodes[0];
  tr.setSelection(first.type.name === 'figure' ? NodeSelection.create(tr.doc, at) : TextSelection.near(tr.doc.resolve(at + 1)));
  view.dispatch(tr.scrollIntoView());
  view.focus();
}

function newTable(state, dispatch, view) {
  const { table, table_row: row, table_cell: cell, table_header: header, paragraph } = state.schema.nodes;
  const cells = type => [0, 1, 2].map(() => type.create(null, paragraph.create()));
  if (dispatch) insertBlocks(view, [table.create(null, [row.create({ head: true }, cells(header)), row.create(null, cells(cell)), row.create(null, cells(cell))])]);
  return true;
}

function commands(schema, dialogs) {
  const { nodes, marks } = schema;
  const heading = level => (state, dispatch) => setBlockType(...(inside(state, 'heading')?.node.attrs.level === level ? [nodes.paragraph] : [nodes.heading, { level }]))(state, dispatch);
  const list = type => (state, dispatch) => inside(state, type.name) ? liftListItem(nodes.list_item)(state, dispatch) : wrapInList(type)(state, dispatch);
  return {
    paragraph: chainCommands(setBlockType(nodes.paragraph), lift),
    heading2: heading(2), heading3: heading(3), heading4: heading(4),
    quote: (state, dispatch) => inside(state, 'blockquote') ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch),
    strong: toggleMark(marks.strong), em: toggleMark(marks.em), sub: toggleMark(marks.sub), sup: toggleMark(marks.sup),
    link: (state, dispatch, view) => { if (dispatch) dialogs.link(view); return true; },
    bullets: list(nodes.bullet_list), numbers: list(nodes.ordered_list),
    deeper: sinkListItem(nodes.list_item), shallower: liftListItem(nodes.list_item),
    table: newTable,
    picture: (state, dispatch, view) => { if (dispatch) dialogs.picture(view); return true; },
    rule: (state, dispatch, view) => { if (dispatch) insertBlocks(view, [nodes.rule.create(), nodes.paragraph.create()]); return true; },
    punctuation: (state, dispatch, view) => { if (dispatch) dialogs.marks(view); return true; },
    undo, redo, rowAfter: addRowAfter, columnAfter: addColumnAfter, rowAway: deleteRow, columnAway: deleteColumn, tableAway: deleteTable,
    headRow: toggleHeaderRow, merge: mergeCells, split: splitCell,
  };
}

function keys(schema, does) {
  const br = chainCommands(exitCode, (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(schema.nodes.line_break.create()).scrollIntoView());
    return true;
  });
  return [
    keymap({
      'Mod-b': does.strong, 'Mod-i': does.em, 'Mod-k': does.link, 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo, 'Shift-Enter': br,
      'Mod-Alt-0': does.paragraph, 'Mod-Alt-2': does.heading2, 'Mod-Alt-3': does.heading3, 'Mod-Alt-4': does.heading4, 'Mod-]': does.deeper, 'Mod-[': does.shallower,
      Enter: chainCommands(leaveCaption, splitListItem(schema.nodes.list_item)), Tab: goToNextCell(1), 'Shift-Tab': goToNextCell(-1),
    }),
    keymap(baseKeymap),
  ];
}

const rules = ({ nodes }) => inputRules({ rules: [
  textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, match => ({ level: match[1].length })),
  wrappingInputRule(/^>\s$/, nodes.blockquote), wrappingInputRule(/^[-*]\s$/, nodes.bullet_list), wrappingInputRule(/^(\d+)\.\s$/, nodes.ordered_list, match => ({ start: Number(match[1]) })),
] });

// One stop for Tab; arrows go from tool to tool.
function wireTools(bar, view, does) {
  const tools = () => [...bar.querySelectorAll('button')].filter(b => !b.closest('span[hidden]'));
  const stop = tool => { for (const b of bar.querySelectorAll('button')) b.tabIndex = b === tool ? 0 : -1; };
  stop(tools()[0]);
  bar.addEventListener('click', e => {
    const tool = e.target.closest('button');
    if (!tool) return;
    stop(tool);
    does[tool.dataset.do](view.state, view.dispatch, view);
    if (e.detail > 0) view.focus();
  });
  bar.addEventListener('keydown', e => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    const all = tools();
    const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
    stop(next);
    next.focus();
    e.preventDefault();
  });
  bar.addEventListener('mousedown', e => { if (e.target.closest('button')) e.preventDefault(); });
}

function showTools(bar, state, does) {
  const marked = name => {
    const type = state.schema.marks[name];
    const { from, to, empty, $from } = state.selection;
    return empty ? !!type.isInSet(state.storedMarks ?? $from.marks()) : state.doc.rangeHasMark(from, to, type);
  };
  const level = inside(state, 'heading')?.node.attrs.level;
  const on = {
    strong: marked('strong'), em: marked('em'), sub: marked('sub'), sup: marked('sup'), link: marked('link'), heading2: level === 2, heading3: level === 3,
    quote: !!inside(state, 'blockquote'), bullets: !!inside(state, 'bullet_list'), numbers: !!inside(state, 'ordered_list'),
  };
  for (const [name, value] of Object.entries(on)) bar.querySelector(`[data-do=${name}]`).setAttribute('aria-pressed', value);
  bar.querySelector('[data-in=table]').hidden = !isInTable(state);
  bar.querySelector('[data-in=list]').hidden = !inside(state, 'list_item');
  for (const name of ['undo', 'redo', 'merge', 'split', 'deeper', 'shallower']) bar.querySelector(`[data-do=${name}]`).setAttribute('aria-disabled', !does[name](state));
}

// What comes from elsewhere is cleaned by the server before it is looked at.
function incoming(view, data, at, io) {
  const go = () => {
    const { doc, tr } = view.state;
    if (at !== null) view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(Math.min(at, doc.content.size)))));
  };
  const put = slice => {
    go();
    view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
  };
  const files = [...data.files].filter(file => file.type.startsWith('image/'));
  const html = data.getData('text/html');
  const isCode = inside(view.state, 'code_block');

  // Beside a picture that is copied from a page stands a line of markup that only names it.
  if (files.length && !/<(p|table|li|h\d|div)\b/i.test(html)) {
    io.send(files).then(figures => {
      if (!figures.length) return;
      go();
      insertBlocks(view, figures);
    });
    return true;
  }
  if (html && !isCode) {
    io.clean(html).then(blocks => {
      if (blocks?.length) put(blocks.length === 1 && blocks[0].type.name === 'paragraph' ? new Slice(Fragment.from(blocks), 1, 1) : Slice.maxOpen(Fragment.from(blocks)));
    });
    return true;
  }
  const text = data.getData('text/plain').replace(/\r\n?/g, '\n');
  if (!text) return false;
  const { schema, tr } = view.state;
  const lines = text.split('\n').map(line => line.trim()).filter(Boolean);
  if (isCode) view.dispatch(tr.insertText(text));
  else put(Slice.maxOpen(Fragment.from(lines.map(line => schema.node('paragraph', null, [schema.text(line)])))));
  return true;
}

/** Shows a document; `changed` hears of every change, `moved` of every step. */
export function show({ place, bar, schema, doc, name, dialogs, io, changed, moved }) {
  const does = commands(schema, dialogs);
  const fresh = content => EditorState.create({
    doc: content,
    plugins: [rules(schema), ...keys(schema, does), history(), gapCursor(), tableEditing(), new Plugin({ props: { attributes: { id: 'rich-view', class: 'text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': name, spellcheck: 'true' } } })],
  });
  const view = new EditorView(place, {
    state: fresh(doc),
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      showTools(bar, view.state, does);
      if (tr.docChanged) changed(view.state.doc);
      moved(view.state);
    },
    handleDOMEvents: {
      paste(_, e) {
        if (!e.clipboardData || !incoming(view, e.clipboardData, null, io)) return false;
        e.preventDefault();
        return true;
      },
      drop(_, e) {
        if (view.dragging || !e.dataTransfer) return false;
        e.preventDefault();
        return incoming(view, e.dataTransfer, view.posAtCoords({ left: e.clientX, top: e.clientY })?.pos ?? null, io) || true;
      },
    },
  });
  wireTools(bar, view, does);
  showTools(bar, view.state, does);
  return { view, replace: content => { view.updateState(fresh(content)); showTools(bar, view.state, does); moved(view.state); } };
}
