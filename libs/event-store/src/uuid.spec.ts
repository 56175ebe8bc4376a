import { describe, expect, it } from '@jest/globals';
import { derivedId, rapporteurNamespace, uuidV5 } from './uuid.ts';

describe('an id by name', () => {
  it('is that of RFC 9562, appendix A.4', () => {
    expect(uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('is the same for ever: ids that were recorded are found again', () => {
    expect(rapporteurNamespace).toBe('6f0d2c1e-95b4-4c55-9d0a-3b7a0e8f4c21');
    expect(uuidV5('Genève')).toBe('7ef57c30-4b7b-5b56-9a2d-e1c6747cfdae');
    expect(derivedId(rapporteurNamespace, 'event', 2)).toBe('7b619aa7-2688-5900-9d00-0dcc90329f52');
    expect(derivedId(rapporteurNamespace, 'event', 2)).toBe(uuidV5('event/2', rapporteurNamespace));
  });
});
