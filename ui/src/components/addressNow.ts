// The address as it stands now. What is drawn may be behind it, since a list follows what is typed when it can: whoever
// changes a part of the address begins from here, so that the rest of it stays as it was asked for last.
import { createContext, useContext } from 'react';

type Place = { pathname: string; search: string };

export const AddressNow = createContext<() => Place>(() => ({ pathname: '', search: '' }));

export const useAddressNow = () => useContext(AddressNow);
