// Stands in for the page in host tests: it does what renderer/host does and says on screen what came of it.

const post = (path, body, headers = {}) =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }).then((reply) => reply.json());

async function start() {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (code) {
    history.replaceState(null, '', location.pathname);
    const swapped = await post('/session', { code });
    if (!swapped.ok) return swapped.problems[0].message;
    sessionStorage.setItem('token', swapped.value.token);
  }
  const headers = { 'x-footbridge-token': sessionStorage.getItem('token') ?? '' };
  const described = await post('/call/app.describe', {}, headers);
  if (!described.ok) return described.problems[0].message;
  return `${described.value.name} ${described.value.version} on ${described.value.host}`;
}

document.getElementById('status').textContent = await start();
