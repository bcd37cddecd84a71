import { expect, test } from 'vitest'
import { configKeys } from '../../../lab/config/keys.ts'
import { fileLayer } from '../../../lab/config/layers.ts'
import { learnerNames } from '../../../lab/config/learner-sections.ts'
import { methodSectionNames } from '../../../lab/config/method-sections.ts'
import { renderConfig, renderKeys } from '../../../lab/config/render.ts'
import { configSchema } from '../../../lab/config/schema.ts'

test('a rendered configuration holds every key but those of idle learners and methods, and can be read back', () => {
  const config = configSchema.parse({ seed: 5, method: 'rune', sac: { width: 32 } })
  const layer = fileLayer(renderConfig(config, 'preset smoke'), 'config.yaml')
  const sections = [...learnerNames, ...methodSectionNames, 'ranking']
  const others = [...configKeys.keys()].filter((key) => sections.some((name) => key.startsWith(`${name}.`)))
  const own = others.filter((key) => /^(sac|rune)\./.test(key))
  // Nor an order of factors where nobody goes by one.
  expect(layer.size).toBe(configKeys.size - 1 - others.length + own.length)
  expect(layer.get('sac.width')).toEqual({ value: 32, origin: 'config.yaml' })
  expect(layer.get('seed')?.value).toBe(5)
  expect(layer.get('rune.bonus')?.value).toBe(0.05)
  expect(layer.has('surf.window')).toBe(false)
})

test('the help lists every key', () => {
  const help = renderKeys()
  for (const key of configKeys.keys()) expect(help).toContain(`  ${key}=`)
  expect(help).toContain('The learner sac, when learner=sac:')
})
