// What the browser lends to the connection: a socket to the server that sent the page, a clock, timers.

import type { ConnectionOptions, Socket, SocketEvents } from './connection.ts'

export const browserEnds: Pick<ConnectionOptions, 'open' | 'clock' | 'random' | 'timers'> = {
  open: openSocket,
  clock: () => performance.now(),
  random: Math.random,
  timers: {
    after(milliseconds, then) {
      const timer = setTimeout(then, milliseconds)
      return () => clearTimeout(timer)
    },
    every(milliseconds, then) {
      const timer = setInterval(then, milliseconds)
      return () => clearInterval(timer)
    },
  },
}

function openSocket({ onOpen, onMessage, onClose }: SocketEvents): Socket {
  const socket = new WebSocket(new URL('socket', location.href.replace(/^http/, 'ws').replace(/#.*/, '')))
  socket.binaryType = 'arraybuffer'
  socket.addEventListener('open', onOpen)
  socket.addEventListener('message', ({ data }) => onMessage(data))
  socket.addEventListener('close', onClose)
  return socket
}
