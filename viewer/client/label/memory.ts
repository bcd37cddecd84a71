// What a browser's localStorage and sessionStorage do for the page.

export interface Memory {
  getItem(key: string): string | null
  /** @throws where there is no room. */
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** A memory whose entries can be gone through. */
export interface Notebook extends Memory {
  readonly length: number
  key(index: number): string | null
}
