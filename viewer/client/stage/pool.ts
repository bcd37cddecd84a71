// Geometries and materials that several figures share. What is alike is made once, and is disposed of when the last
// figure that holds it lets go: another clip of the same task costs the graphics memory nothing.

export interface Disposable {
  dispose(): void
}

/** One figure's hold on a pool. */
export interface Hold<Item> {
  /** @param key what makes two items alike */
  take(key: string, make: () => Item): Item
  /** Lets go of everything that was taken. */
  release(): void
}

export interface Pool<Item> {
  hold(): Hold<Item>
  readonly size: number
}

export function createPool<Item extends Disposable>(): Pool<Item> {
  const items = new Map<string, { readonly item: Item; holders: number }>()

  function letGo(key: string): void {
    const shared = items.get(key)
    if (shared === undefined || --shared.holders > 0) return
    items.delete(key)
    shared.item.dispose()
  }

  return {
    hold() {
      const held = new Set<string>()
      return {
        take(key, make) {
          const shared = items.get(key) ?? { item: make(), holders: 0 }
          items.set(key, shared)
          if (!held.has(key)) shared.holders++
          held.add(key)
          return shared.item
        },
        release() {
          for (const key of held) letGo(key)
          held.clear()
        },
      }
    },
    get size() {
      return items.size
    },
  }
}
