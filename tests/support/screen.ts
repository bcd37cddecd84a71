// A terminal's screen for tests: understands what the reporter writes and shows what a person would see.

/** Applies text with `cursor up n lines, clear below` sequences; styles are dropped. */
export class Screen {
  readonly lines: string[] = []

  write(text: string): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with a control character
    for (const part of text.split(/(\x1b\[\d*[A-Za-z]|\n)/)) this.#apply(part)
  }

  #rest = ''

  #apply(part: string): void {
    if (part === '\n') {
      this.lines.push(this.#rest)
      this.#rest = ''
    } else if (part.startsWith('\x1b[')) {
      if (part.endsWith('A')) this.lines.splice(this.lines.length - Number(part.slice(2, -1)))
    } else this.#rest += part
  }
}
