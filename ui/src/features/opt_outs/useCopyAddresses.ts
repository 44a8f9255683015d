// Copying the phones or e-mails of contacts, through the core's gate: whoever may not be reached is left out, and said.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { showToast } from '@/components/Toast';
import type { Addresses, Channel, ContactsQuery, Selection } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { totalOf, useLeftOutText } from './words';

/** What mail programs and diallers take: e-mails in one line, phones one below the other. */
const textOf = (channel: Channel, { values }: Addresses) => values.join(channel === 'email' ? '; ' : '\n');

export function useCopyAddresses() {
  const { t } = useTranslation('opt_outs');
  const showFailure = useShowFailure();
  const leftOutText = useLeftOutText();
  return useCallback(
    async (selection: Selection, query: ContactsQuery, channel: Channel) => {
      try {
        const found = await call('addresses_copy', { selection, query, channel });
        const detail = totalOf(found.left_out) > 0 ? t('leftOutOf', { reasons: leftOutText(found.left_out) }) : null;
        if (found.values.length === 0) {
          showToast({ title: t('nothingCopied'), detail });
          return;
        }
        await navigator.clipboard.writeText(textOf(channel, found));
        showToast({
          title: t(`copied.${channel === 'email' ? 'email' : 'phone'}`, { count: found.values.length }),
          detail,
        });
      } catch (reason) {
        showFailure(reason);
      }
    },
    [t, showFailure, leftOutText],
  );
}
