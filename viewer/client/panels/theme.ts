// Light or dark: as the system says until a person says otherwise, which is remembered.

type Theme = 'light' | 'dark'

const memory = 'rapref-theme'

export function restoreTheme(): void {
  const remembered = localStorage.getItem(memory)
  if (remembered === 'light' || remembered === 'dark') apply(remembered)
}

export function toggleTheme(): void {
  const next: Theme = present() === 'dark' ? 'light' : 'dark'
  localStorage.setItem(memory, next)
  apply(next)
}

function present(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function apply(theme: Theme): void {
  document.documentElement.dataset.theme = theme
}
