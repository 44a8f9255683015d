// The way to the core: failures, jobs, and what becomes stale.
import { describe, expect, it } from 'vitest';
import { call } from './call';
import { Double } from './double';
import { Failure, toFailure } from './failure';
import { startJob } from './jobs';
import { isAbout } from './topics';
import { setTransport } from './transport';

describe('a failed call', () => {
  it('carries the code, the hint and the refused fields of the core', () => {
    const failure = toFailure({
      code: 'invalid',
      message: 'No.',
      hint: 'Do otherwise.',
      params: { fields: [{ field: 'email', message: 'No.' }] },
    });
    expect(failure).toMatchObject({ code: 'invalid', message: 'No.', hint: 'Do otherwise.' });
    expect(failure.fields).toEqual([{ field: 'email', message: 'No.' }]);
  });

  it('is told apart from what the core did not say', () => {
    expect(toFailure(new TypeError('x is not a function'))).toMatchObject({ code: 'unexpected', fields: [] });
    expect(toFailure('gone')).toMatchObject({ code: 'unexpected', message: 'gone' });
  });

  it('rejects with a Failure', async () => {
    setTransport(new Double());
    await expect(call('contact_get', { id: 999_999 })).rejects.toBeInstanceOf(Failure);
  });
});

describe('a job', () => {
  it('is cancelled by the name that it was started with', async () => {
    const cancelled: string[] = [];
    const started: (string | null)[] = [];
    const double = new Double();
    setTransport({
      call: (name, input, job, onProgress) => {
        started.push(job);
        return double.call(name, input, job, onProgress);
      },
      cancel: async (job) => {
        cancelled.push(job);
      },
      shell: (command, args) => double.shell(command, args),
      listen: (event, handler) => double.listen(event, handler),
    });
    const first = startJob('sample_data', {}, () => {});
    const second = startJob('sample_data', {}, () => {});
    second.cancel();
    expect(cancelled).toEqual([started[1]]);
    expect(started[0]).not.toBe(started[1]);
    await Promise.all([first.result, second.result]);
  });
});

it('asks again what a topic is about, and nothing else', () => {
  expect(isAbout('contacts_page', ['contacts'])).toBe(true);
  expect(isAbout('fields_list', ['contacts', 'batches'])).toBe(false);
  expect(isAbout('export_run', ['contacts'])).toBe(false);
});
