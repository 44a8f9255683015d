// The dialog's choices as the core and a profile say them.
import { describe, expect, it } from 'vitest';
import { blank, channelOf, type Draft, fromCore, READERS, readerOfHere, toCore } from './choice';

describe('how an export is to be', () => {
  it('comes back from a profile as it was chosen', () => {
    const drafts: Draft[] = READERS.map((reader) => ({
      format: 'csv',
      reader,
      language: reader === 'outlook' ? 'pt_BR' : 'en',
      fields: ['last_name', 'email'],
      purpose: 'post',
      optedOut: ['google', 'outlook', 'mailchimp'].includes(reader),
      splitBy: 'country',
    }));
    for (const draft of drafts) expect(fromCore(toCore(draft))).toEqual(draft);
    expect(fromCore(toCore(blank()))).toEqual(blank());
  });

  it('begins with the Excel of this part of the world', () => {
    expect(readerOfHere('en-US')).toBe('excel');
    expect(readerOfHere('he')).toBe('excel');
    expect(readerOfHere('de-DE')).toBe('excel_semicolon');
    expect(readerOfHere('de-CH')).toBe('excel');
    expect(readerOfHere('fr-FR')).toBe('excel_semicolon');
    expect(readerOfHere('C')).toBe('excel');
  });

  it('lets the gate decide for a program that sends', () => {
    const mailchimp: Draft = { ...blank(), format: 'csv', reader: 'mailchimp' };
    expect(channelOf(toCore(mailchimp))).toBe('email');
    expect(channelOf(toCore({ ...mailchimp, optedOut: true }))).toBeNull();
    expect(channelOf(toCore({ ...blank(), purpose: 'sms' }))).toBe('sms');
  });
});
