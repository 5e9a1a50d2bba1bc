// Answers tasks with @sigstore/verify and @sd-jwt/core; one JSON object a line in, one out.
"use strict";

const crypto = require("node:crypto");
const path = require("node:path");
const readline = require("node:readline");
const { createRequire } = require("node:module");

// This file stands in the project; the packages are installed elsewhere.
const installed = path.resolve(process.argv[2]);
const from = createRequire(path.join(installed, "package.json"));
const sigstore = path.join(path.dirname(from.resolve("@sigstore/verify")), "tlog");
const { verifyCheckpoint } = require(path.join(sigstore, "checkpoint.js"));
const { verifyMerkleInclusion } = require(path.join(sigstore, "merkle.js"));
const { SDJwtInstance } = from("@sd-jwt/core");

function key(raw) {
  const x = Buffer.from(raw, "base64").toString("base64url");
  return crypto.createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

// @sigstore/verify: a checkpoint signed by a log, and an entry's inclusion in it.
function prove(task) {
  const keyId = Buffer.from(task.keyId, "hex");
  const log = { logID: keyId, baseURL: task.origin, publicKey: key(task.public) };
  const entry = {
    canonicalizedBody: Buffer.from(task.entry, "base64"),
    inclusionProof: {
      checkpoint: { envelope: task.checkpoint },
      logIndex: String(task.index),
      hashes: task.path.map((one) => Buffer.from(one, "base64")),
    },
  };
  verifyMerkleInclusion(entry, verifyCheckpoint(entry, [log]));
  return {};
}

// @sd-jwt/core: the claims of a presentation.
async function present(task) {
  const publicKey = key(task.public);
  const instance = new SDJwtInstance({
    hasher: (data, algorithm) =>
      crypto.createHash(algorithm.replace("-", "")).update(Buffer.from(data)).digest(),
    verifier: (data, signature) =>
      crypto.verify(null, Buffer.from(data), publicKey, Buffer.from(signature, "base64url")),
  });
  const { payload } = await instance.verify(task.presentation);
  return { claims: payload };
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const task = JSON.parse(line);
    let answer;
    try {
      answer = await { prove, present }[task.task](task);
    } catch (fault) {
      answer = { refused: fault.name, says: fault.message };
    }
    console.log(JSON.stringify(answer));
  }
}

main();
