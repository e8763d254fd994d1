// Another implementation of JOSE (npm "jose") for the tests: one JSON command a line in, one JSON answer a line
// out. Bytes are base64url. It invents nothing itself: keys, headers and content come with the command.
import { createInterface } from 'node:readline';
import { deflateRawSync } from 'node:zlib';
import * as jose from 'jose';

const bytes = text => jose.base64url.decode(text);
const text = data => jose.base64url.encode(data);

const commands = {
  async verify({ jwk, token }) {
    const { payload, protectedHeader } = await jose.compactVerify(
      token, await jose.importJWK(jwk, 'ES256'), { algorithms: ['ES256'] });
    return { content: text(payload), header: protectedHeader };
  },

  async open({ jwk, token }) {
    const { plaintext, protectedHeader } = await jose.compactDecrypt(
      token, await jose.importJWK(jwk, 'ECDH-ES'),
      { keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM'] });
    return { content: text(plaintext), header: protectedHeader };
  },

  // The general JSON form with several signatures, as a trust list has it.
  async verifyAll({ jwks, list }) {
    for (const jwk of jwks)
      await jose.generalVerify(list, await jose.importJWK(jwk, 'ES256'), { algorithms: ['ES256'] });
    return { signatures: list.signatures.length };
  },

  async sign({ jwk, header, content }) {
    const sign = new jose.CompactSign(bytes(content)).setProtectedHeader(header);
    const key = await jose.importJWK(jwk, header.alg);
    return { token: await sign.sign(key, header.crit ? { crit: { [header.crit[0]]: true } } : undefined) };
  },

  async seal({ jwk, header, content }) {
    const seal = new jose.CompactEncrypt(bytes(content)).setProtectedHeader(header);
    const key = jwk.k ? bytes(jwk.k) : await jose.importJWK(jwk, header.alg);
    return { token: await seal.encrypt(key, header.crit ? { crit: { [header.crit[0]]: true } } : undefined) };
  },

  // The library refuses to make these, as it should; so they are put together by hand around its parts.
  async unsecured({ header, content }) {
    return { token: `${text(JSON.stringify(header))}.${content}.` };
  },

  async key({ crv }) {
    const { privateKey, publicKey } = await jose.generateKeyPair(
      crv === 'P-256' ? 'ES256' : 'ECDH-ES', { crv, extractable: true });
    return { private: await jose.exportJWK(privateKey), public: await jose.exportJWK(publicKey) };
  },

  async deflate({ content }) {
    return { content: text(deflateRawSync(bytes(content))) };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { does, ...values } = JSON.parse(line);
  let answer;
  try {
    answer = await commands[does](values);
  } catch (fault) {
    answer = { fault: fault.code ?? fault.name, said: fault.message };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
