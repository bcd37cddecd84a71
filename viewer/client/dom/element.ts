// Makes elements. Text is text, never markup.

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>
export type Child = Node | string | undefined

/** An element with attributes and children; `true` sets an empty attribute, `false` and undefined none. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  setAttributes(made, attributes)
  fill(made, children)
  return made
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  setAttributes(made, attributes)
  fill(made, children)
  return made
}

export function setAttributes(of: Element, attributes: Attributes): void {
  for (const [name, setting] of Object.entries(attributes)) {
    const text = setting === undefined || setting === false ? null : setting === true ? '' : String(setting)
    // What stays as it is costs the browser nothing: this is called in every frame.
    if (text === of.getAttribute(name)) continue
    if (text === null) of.removeAttribute(name)
    else of.setAttribute(name, text)
  }
}

/** Replaces what is inside. */
export function fill(parent: Element, children: readonly Child[]): void {
  parent.replaceChildren(...children.filter((child) => child !== undefined))
}

/** Sets text only where it differs: a screen reader is not told twice, and a selection stays. */
export function setText(of: Element, text: string): void {
  if (of.textContent !== text) of.textContent = text
}
