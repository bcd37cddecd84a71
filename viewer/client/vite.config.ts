// Builds the pages into viewer/client/dist: every .html file of this folder is one, with the script that it names.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const pages = readdirSync(root).filter((name) => name.endsWith('.html'))

export default defineConfig({
  root,
  // Relative addresses: the page works below any path.
  base: './',
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
