// Hands a file to the person.

export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A name that every file system takes. */
export function fileName(...parts: readonly (string | number)[]): string {
  return parts
    .map((part) =>
      String(part)
        .replaceAll(/[^\w.-]+/g, '-')
        .replaceAll(/^[.-]+|[.-]+$/g, ''),
    )
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 120)
}
