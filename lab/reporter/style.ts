// Emphasis on a terminal, or none.

export interface Style {
  strong(text: string): string
  faint(text: string): string
  bad(text: string): string
}

const plain: Style = { strong: (text) => text, faint: (text) => text, bad: (text) => text }

const coloured: Style = {
  strong: (text) => `\x1b[1m${text}\x1b[22m`,
  faint: (text) => `\x1b[2m${text}\x1b[22m`,
  bad: (text) => `\x1b[31m${text}\x1b[39m`,
}

/** Colours only on a terminal, and not where NO_COLOR says otherwise (no-color.org). */
export function chooseStyle(
  output: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Style {
  return output.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? coloured : plain
}
