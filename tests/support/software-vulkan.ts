// A graphics card in software: Chromium brings SwiftShader, a Vulkan driver that computes on the processor, and the
// loader that finds it.

import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findBrowser } from './browser.ts'

/** What a process needs in its environment to compute on it, or nothing where there is none. */
export async function softwareVulkan(): Promise<Readonly<Record<string, string>> | undefined> {
  const places = [dirname(realpathSync(await findBrowser())), '/usr/lib/chromium', '/opt/google/chrome']
  const folder = places.find((place) => needed.every((file) => existsSync(join(place, file))))
  if (folder === undefined) return undefined
  const driver = join(folder, 'vk_swiftshader_icd.json')
  return { LD_LIBRARY_PATH: folder, VK_ICD_FILENAMES: driver, VK_DRIVER_FILES: driver }
}

const needed = ['vk_swiftshader_icd.json', 'libvk_swiftshader.so', 'libvulkan.so.1']
