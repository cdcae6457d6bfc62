// Makes a form easier to fill in: rows are added and removed, and conditions and sums follow what is typed, without a
// reload. What is shown is always the server's word: the fields are posted as a button without script would post
// them, and the answered page is laid over this one so that focus, cursor and what is being typed stay. Without this
// file everything works by reloading.
(() => {
  'use strict';
  const form = document.querySelector('form.nb-fill');
  if (!form || !window.fetch) return;
  document.documentElement.classList.add('nb-scripted');

  const WAIT_MILLIS = 400; // after a change, before the server is asked
  const DONE = { add: '已添加', copy: '已复制', remove: '已删除', 'add-record': '已添加', 'remove-record': '已删除' };
  const UNREACHED = '现在连不上服务器。您填的都还在这一页上。';

  const remembered = new Map(); // what was written in fields that are no longer shown, by name
  const typedSince = new Set(); // names of fields that changed since the server was asked
  const waiting = []; // what to ask next
  let isAsking = false;
  let timer = 0;
  let isComposing = false; // a word that an input method has not finished would be lost
  let whenWhole = null;

  const fields = () => [...form.elements].filter((one) => one.name && one.type !== 'submit');
  const posted = () => [...new FormData(form)].filter(([name]) => name !== 'do');

  // Asking, one thing after the other.

  function ask(button, lost) {
    if (button === 'refresh' && waiting.some((one) => one.button === 'refresh' && !one.lost)) return;
    waiting.push({ button, lost });
    if (!isAsking) next();
  }

  async function next() {
    const asked = waiting.shift();
    if (!asked) return;
    isAsking = true;
    clearTimeout(timer);
    try {
      await answer(asked);
    } catch (unreached) {
      tell(UNREACHED);
    }
    isAsking = false;
    next();
  }

  async function answer({ button, lost }) {
    typedSince.clear();
    const before = posted();
    const body = new URLSearchParams(lost ? back(before, lost) : before);
    body.append('do', button);
    const response = await fetch(location.pathname, { method: 'POST', body });
    if (!response.ok) throw new Error(response.status);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.querySelector('main');
    if (!page.querySelector('form.nb-fill')) throw new Error('no form');
    await wordIsWhole();
    lay(fresh);
    finish(button, before);
  }

  // Laying the answer over the page.

  function lay(fresh) {
    remember();
    const known = new Set(fields().map((one) => one.name));
    const active = document.activeElement;
    const top = active ? active.getBoundingClientRect().top : 0;
    morph(document.querySelector('main'), fresh);
    const isBack = fields().filter((one) => !known.has(one.name) && restore(one)).length > 0;
    if (active && active.isConnected && active !== document.body) {
      window.scrollBy(0, active.getBoundingClientRect().top - top);
    }
    if (isBack) later();
  }

  // By attributes: a form answers for its field called id, whatever its own id is.
  const keyOf = (node) =>
    node.nodeType === 1 ? node.getAttribute('id') || node.getAttribute('data-key') || '' : '';

  function morph(old, fresh) {
    if (old.nodeType === 3) {
      if (old.data !== fresh.data) old.data = fresh.data;
      return;
    }
    if (old.nodeType !== 1) return;
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && name !== 'open') old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value && name !== 'open') old.setAttribute(name, value);
    }
    morphChildren(old, fresh);
    if ('value' in old && old.name) write(old, fresh);
  }

  function morphChildren(old, fresh) {
    const wantedKeys = new Set([...fresh.childNodes].map(keyOf));
    const oldByKey = new Map();
    for (const child of old.childNodes) if (keyOf(child)) oldByKey.set(keyOf(child), child);
    let at = old.firstChild;
    for (const wanted of [...fresh.childNodes]) {
      while (at && keyOf(at) && !wantedKeys.has(keyOf(at))) at = drop(at);
      const key = keyOf(wanted);
      const match = key ? oldByKey.get(key) : at && !keyOf(at) && at.nodeName === wanted.nodeName ? at : null;
      if (match && match.nodeName === wanted.nodeName) {
        if (match === at) at = at.nextSibling;
        else old.insertBefore(match, at);
        morph(match, wanted);
      } else {
        old.insertBefore(document.importNode(wanted, true), at);
      }
    }
    while (at) at = drop(at);
  }

  function drop(node) {
    const after = node.nextSibling;
    node.remove();
    return after;
  }

  function write(old, fresh) {
    if (typedSince.has(old.name)) return;
    if (old.type === 'checkbox' || old.type === 'radio') old.checked = fresh.checked;
    else if (old.type !== 'submit' && old.value !== fresh.value) old.value = fresh.value;
  }

  // Fields that go away and come back.

  const isTick = (one) => one.type === 'checkbox' || one.type === 'radio';

  function remember() {
    const now = new Map();
    for (const one of fields()) {
      if (one.type === 'hidden') continue;
      if (!now.has(one.name)) now.set(one.name, []);
      if (!isTick(one) || one.checked) now.get(one.name).push(one.value);
    }
    for (const [name, texts] of now) remembered.set(name, texts);
  }

  function restore(one) {
    const texts = remembered.get(one.name) || [];
    if (isTick(one)) {
      const isOne = texts.includes(one.value) && !one.checked;
      if (isOne) one.checked = true;
      return isOne;
    }
    if (one.type === 'hidden' || one.value || !texts[0]) return false;
    one.value = texts[0];
    return true;
  }

  // What is done once a button was answered.

  function finish(button, before) {
    const kind = button.split(':')[0];
    if (!DONE[kind]) return;
    if (kind.startsWith('remove')) removed(button, before);
    else added(kind, before);
  }

  function added(kind, before) {
    const known = new Set(before.map(([name]) => name));
    const marker = fields().find((one) => one.type === 'hidden' && one.name.includes('/') && !known.has(one.name));
    tell(DONE[kind]);
    const around = marker && marker.closest('tr, fieldset');
    const first = around && around.querySelector('input:not([type=hidden]), select, textarea');
    if (first) first.focus();
  }

  function removed(button, before) {
    const place = placeOf(button);
    for (const name of [...remembered.keys()]) if (isWithin(name, place)) remembered.delete(name);
    tell(DONE.remove, () => ask('refresh', { place, before }));
    const around = document.getElementById(focusAfter);
    const stop = around && (around.querySelector(':scope > button') || around);
    if (stop) stop.focus();
  }

  function placeOf(button) {
    const [kind, ...rest] = button.split(':');
    if (kind === 'remove') return rest[0] + '/rows/' + rest.slice(1).join(':');
    return rest.slice(0, -1).join(':') + '/' + rest[rest.length - 1];
  }

  const isWithin = (name, place) => name === place || name.startsWith(place + '/');

  /** The fields of now with those that were removed, in their old place. */
  function back(now, { place, before }) {
    const lost = before.filter(([name]) => isWithin(name, place));
    const last = before.map(([name]) => isWithin(name, place)).lastIndexOf(true);
    const behind = before[last + 1];
    const at = behind ? now.findIndex(([name]) => name === behind[0]) : -1;
    return at < 0 ? [...now, ...lost] : [...now.slice(0, at), ...lost, ...now.slice(at)];
  }

  function tell(text, undo) {
    const news = form.querySelector('.nb-news');
    if (!news) return;
    news.textContent = text;
    if (!undo) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '撤销';
    button.addEventListener('click', undo);
    news.append(' ', button);
  }

  // What the clerk does.

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => ask('refresh'), WAIT_MILLIS);
  }

  let focusAfter = '';
  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!button || button.name !== 'do') return;
    event.preventDefault();
    focusAfter = (button.getAttribute('formaction') || '').slice(1);
    if (button.classList.contains('nb-enter') && !form.querySelector('.nb-live')) return;
    ask(button.value);
  });
  form.addEventListener('input', (event) => typedSince.add(event.target.name));
  form.addEventListener('change', (event) => {
    typedSince.add(event.target.name);
    if (event.target.closest('.nb-live')) later();
  });
  form.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  form.addEventListener('compositionend', () => {
    isComposing = false;
    if (whenWhole) whenWhole();
    whenWhole = null;
  });

  function wordIsWhole() {
    return isComposing ? new Promise((done) => { whenWhole = done; }) : Promise.resolve();
  }
})();
