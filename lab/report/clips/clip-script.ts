// The script of a report with clips: puts the chosen recording into the viewer's document and shows that in a frame. Only
// one is ever shown: browsers allow few pictures in 3-D at a time.

export const clipScript = `
const stage = document.getElementById('clip-stage')
const place = '<script type="text/plain" id="recording"><' + '/script>'
const textOf = (id) => document.getElementById(id).textContent.trim()
let viewer
async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text()
}
async function show(button) {
  viewer ??= unpack(textOf('clip-viewer'))
  const [before, after] = (await viewer).split(place)
  const frame = document.createElement('iframe')
  frame.title = button.textContent
  frame.srcdoc = before + place.replace('><', () => '>' + textOf(button.dataset.clip) + '<') + after
  stage.replaceChildren(frame)
  for (const other of document.querySelectorAll('[data-clip]')) other.ariaPressed = String(other === button)
}
for (const button of document.querySelectorAll('[data-clip]')) {
  button.addEventListener('click', () => show(button).catch((error) => { stage.textContent = String(error) }))
}
`
