// Passkeys: the browser asks the device, the form carries its answer. Without script there are no passkeys, and the password does.
const usable = globalThis.isSecureContext && typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';

async function ask(form) {
  const answer = await fetch(form.dataset.ask, { method: 'POST', body: new FormData(form) });
  if (answer.ok) return answer.json();
  const said = (answer.headers.get('Content-Type') ?? '').startsWith('text/plain') ? await answer.text() : form.dataset.failed;
  throw Object.assign(new Error(said), { said });
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const told = form.querySelector('[role=status]');
  form.hidden = false;
  if (!usable) {
    form.querySelector('button').disabled = true;
    told.textContent = form.dataset.old;
    continue;
  }
  form.addEventListener('submit', async e => {
    e.preventDefault();
    told.textContent = form.dataset.waiting;
    try {
      const asked = await ask(form);
      const credential = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch (error) {
      told.textContent = error.said ?? (error.name === 'InvalidStateError' ? form.dataset.known : form.dataset.failed);
    }
  });
}
