// A list of records as aligned columns: names to the left, numbers to the right.

type Cell = string | number | boolean | null

/** @param records of names, numbers and truth values. Column heads are the records' keys, in words: `observationSize` becomes `observation size`. */
export function renderTable(records: readonly object[]): string {
  const rows = records as readonly Readonly<Record<string, Cell | undefined>>[]
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = keys.map((key) => {
    const cells = [inWords(key), ...rows.map((row) => cellText(row[key] ?? null))]
    const width = Math.max(...cells.map((cell) => cell.length))
    const right = rows.every((row) => typeof (row[key] ?? 0) === 'number')
    return cells.map((cell) => (right ? cell.padStart(width) : cell.padEnd(width)))
  })
  return [0, ...rows.map((_, i) => i + 1)]
    .map((line) =>
      columns
        .map((column) => column[line])
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cellText(value: Cell): string {
  if (value === null) return '-'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string' || Number.isInteger(value)) return String(value)
  return Math.abs(value) < 10 ? value.toPrecision(3) : value.toFixed(1)
}

function inWords(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
