import { expect, test } from 'vitest'
import { configKeys } from '../../../lab/config/keys.ts'
import { fileLayer } from '../../../lab/config/layers.ts'
import { renderConfig, renderKeys } from '../../../lab/config/render.ts'
import { configSchema } from '../../../lab/config/schema.ts'

test('a rendered configuration holds every key and can be read back', () => {
  const config = configSchema.parse({ seed: 5, sac: { width: 32 } })
  const layer = fileLayer(renderConfig(config, 'preset smoke'), 'config.yaml')
  expect(layer.size).toBe(configKeys.size)
  expect(layer.get('sac.width')).toEqual({ value: 32, origin: 'config.yaml' })
  expect(layer.get('seed')?.value).toBe(5)
})

test('the help lists every key', () => {
  const help = renderKeys()
  for (const key of configKeys.keys()) expect(help).toContain(`  ${key}=`)
  expect(help).toContain('Settings of the learner sac, when learner=sac:')
})
