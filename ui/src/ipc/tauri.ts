// The transport of the real window: two commands of the shell (`call`, `cancel`), its small commands, and its events.
import { Channel, invoke } from '@tauri-apps/api/core';
import { listen as listenTo } from '@tauri-apps/api/event';
import type { Progress } from './bindings';
import type { Transport } from './transport';

export const tauri: Transport = {
  call(name, input, job, onProgress) {
    const progress = new Channel<Progress>(onProgress);
    return invoke('call', { name, input, job, progress });
  },

  cancel(job) {
    return invoke('cancel', { job });
  },

  shell(command, args) {
    return invoke(command, args);
  },

  listen(event, handler) {
    const stopped = listenTo(event, ({ payload }) => handler(payload as never));
    return () => {
      stopped.then((stop) => stop());
    };
  },
};
