// A log file that lives in memory: for a page without a server, and for tests.

import type { LogFile } from './log-file.ts'

export function memoryLogFile(options: { name?: string; writer?: string; bytes?: Uint8Array } = {}): LogFile {
  let content = options.bytes ?? new Uint8Array()
  return {
    name: options.name ?? 'labels in memory',
    writer: options.writer ?? 'memory',
    read: async () => content.slice(),
    append: async (bytes) => {
      const longer = new Uint8Array(content.length + bytes.length)
      longer.set(content)
      longer.set(bytes, content.length)
      content = longer
    },
    sync: async () => {},
    truncate: async (length) => {
      content = content.slice(0, length)
    },
    close: async () => {},
  }
}
