// Who is at the desk.
import type { Person } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';

export function usePersonHere(): Person | null {
  const { data } = useAsk('staff_list', {});
  return data?.people.find(({ id }) => id === data.here) ?? null;
}
