// Builds the pages into viewer/client/dist: every .html file of this folder is one, with the script that it names. But
// clip.html is a document that leaves: all that it names is put into it.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const documentName = 'clip.html'
const pages = readdirSync(root).filter((name) => name.endsWith('.html') && name !== documentName)

export default defineConfig({
  root,
  // Relative addresses: the page works below any path.
  base: './',
  // Workers fetch what they need when they need it, as the pages do.
  worker: { format: 'es' },
  plugins: [clipDocument()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Three is large and changes seldom: a file of its own stays in the browser's cache.
    rollupOptions: {
      input: pages.map((name) => join(root, name)),
      output: { manualChunks: (id) => (id.includes('/node_modules/three/') ? 'three' : undefined) },
    },
    chunkSizeWarningLimit: 900,
  },
})

function clipDocument(): Plugin {
  return {
    name: 'clip-document',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: documentName, source: await buildDocument() })
    },
  }
}

async function buildDocument(): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2022', modulePreload: false, rollupOptions: { input: join(root, documentName) } },
  })
  const { output } = [built].flat()[0] as { output: readonly Built[] }
  const find = (ending: string) => output.filter(({ fileName }) => fileName.endsWith(ending))
  const [page, script, style] = [find('.html'), find('.js'), find('.css')].map(only)
  return page!
    .replace(
      /<script type="module"[^>]*><\/script>/,
      () => `<script type="module">${script!.replaceAll('</script', '<\\/script')}</script>`,
    )
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
}

interface Built {
  readonly fileName: string
  readonly code?: string
  readonly source?: string | Uint8Array
}

/** One file holds it all: a part that was split off could not be reached from the document. */
function only(files: readonly Built[]): string {
  const [file, ...more] = files
  if (file === undefined || more.length > 0)
    throw new Error(`${documentName}: found ${files.length} files of a kind, expected 1`)
  return file.code ?? String(file.source)
}
