#!/usr/bin/env python3
"""A second verifier of court packs, written from docs/Journal.md alone: standard library, and openssl for signatures.
Usage: verifier.py PACK.zip [--trust FILE]. Prints "holds", or each broken piece, the first one first; exit 0, 1, 2."""
import base64, datetime, hashlib, json, os, re, subprocess, sys, tempfile, zipfile

found, own_word, revoked, dated, KINDS = [], [], [], [], {"letter-written": 0, "letter-admitted": 0, "receipt-sent": 1, "receipt-received": 1}


def broken(code, piece):
    found.append((f"REF-{code}", piece))


def end():
    for code, piece in found + own_word:
        print(code, piece)
    print("does not hold" if found else "holds")
    sys.exit(0 if not found else 2 if found[0][0] == "REF-2601" else 1)


def sha(data):
    return hashlib.sha256(data).digest()


def once(pairs):
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("a member twice")
    return dict(pairs)


def shaped(value, shape):
    """Whether it is an object of exactly these members, each of its type; of any members where shape is None."""
    return isinstance(value, dict) and (shape is None or set(value) == set(shape) and all(
        type(value[name]) is kind for name, kind in shape.items()))


def parse(data, shape=None, rows=None, row=None):
    """The JSON object in the data; where it has rows, each of them shaped too. None where it is not in that form."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=once)
    except (ValueError, RecursionError):
        return None
    good = shaped(value, shape) and (rows is None or all(shaped(one, row) for one in value[rows]))
    return value if good else None


def unbase64(text, alphabet, plain):
    """Base64 in its one spelling, or None."""
    if not re.fullmatch(alphabet, text):
        return None
    try:
        data = base64.b64decode(text.replace("-", "+").replace("_", "/") + ("" if plain else "=" * (-len(text) % 4)))
    except ValueError:
        return None
    again = base64.b64encode(data).decode() if plain else base64.urlsafe_b64encode(data).decode().rstrip("=")
    return data if again == text else None


def unhex(text):
    return bytes.fromhex(text) if isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text) else None


def keys_of(trust):
    """kid -> (country, public key, revoked, second of it) of the signing keys; None where it is no trust list."""
    try:
        all_keys = [(m["country"], k) for m in trust["members"] for k in m["keys"] if k["use"] == "sign"]
        keys = {k["kid"]: (country, k["publicKey"], k["revoked"], second(k.get("revokedAt"))) for country, k in all_keys}
        return keys if len(keys) == len(all_keys) and isinstance(trust["version"], int) else None
    except (TypeError, KeyError, ValueError):
        return None


def second(moment):
    """Whole seconds since 1970 of an ISO 8601 moment; 0 where there is none."""
    return int(datetime.datetime.fromisoformat(moment).timestamp()) if moment else 0


def signature_holds(public_key, message, signature):
    number = lambda part: b"\x02" + bytes([len(part)]) + part
    whole = lambda part: (b"\0" if part[:1] >= b"\x80" else b"") + part
    r, s = (number(whole(part.lstrip(b"\0") or b"\0")) for part in (signature[:32], signature[32:]))
    pem = f"-----BEGIN PUBLIC KEY-----\n{public_key}\n-----END PUBLIC KEY-----\n".encode()
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("key", pem), ("sig", b"\x30" + bytes([len(r + s)]) + r + s), ("msg", message)):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        return subprocess.run(["openssl", "dgst", "-sha256", "-verify", "key", "-signature", "sig", "msg"],
                              cwd=folder, capture_output=True).returncode == 0


def opened(name, token, typ, keys, country=None):
    """(country, payload), or None after telling what is wrong."""
    text = token.decode("ascii", "replace").split(".")
    raw = [unbase64(part, "[A-Za-z0-9_-]*", False) for part in text]
    header = parse(raw[0], {"alg": str, "kid": str, "typ": str}) if len(raw) == 3 and None not in raw else None
    if not header or header["alg"] != "ES256" or header["typ"] != typ:
        return broken(2608, name)
    key = keys.get(header["kid"])
    if key is None:
        return broken(2609, name)
    if len(raw[2]) != 64 or not signature_holds(key[1], f"{text[0]}.{text[1]}".encode(), raw[2]):
        return broken(2608, name)
    if country and key[0] != country:
        return broken(2609, name)
    if key[2]:
        revoked.append((name, sha(token).hex(), key[0], key[3]))
    return key[0], raw[1]


def fields(message):
    """Protobuf wire format: field number -> values in their order; nothing where it is no message."""
    values, at = {}, 0
    if not isinstance(message, bytes):
        return {}

    def varint():
        nonlocal at
        number = shift = 0
        while True:
            byte = message[at]
            number, shift, at = number | (byte & 127) << shift, shift + 7, at + 1
            if byte < 128:
                return number

    try:
        while at < len(message):
            key = varint()
            if key & 7 == 0:
                value = varint()
            else:
                length = varint() if key & 7 == 2 else {1: 8, 5: 4}[key & 7]
                value, at = message[at:at + length], at + length
            values.setdefault(key >> 3, []).append(value)
    except (IndexError, KeyError):
        return {}
    return values if at == len(message) else {}


def last(values, field, default=b""):
    return values.get(field, [default])[-1]


def text_of(values, field):
    value = last(values, field)
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


def checkpoint_of(payload):
    point = parse(payload, {"country": str, "number": int, "at": str, "previous": str, "root": str})
    try:
        second(point["at"])
    except (TypeError, ValueError):
        return None
    return point if unhex(point["previous"]) and unhex(point["root"]) else None


def proof_holds(proof, leaf, root):
    """RFC 9162, section 2.1.3.2."""
    place, size, path = proof["index"], proof["size"] - 1, [unhex(one) for one in proof["path"]]
    if not 0 <= place <= size or None in path:
        return False
    value = sha(b"\0" + leaf)
    for beside in path:
        if size == 0:
            return False
        if place & 1 or place == size:
            value = sha(b"\1" + beside + value)
            while not place & 1 and place:
                place, size = place >> 1, size >> 1
        else:
            value = sha(b"\1" + value + beside)
        place, size = place >> 1, size >> 1
    return size == 0 and value == root


def entries_of(journal, chain):
    """number -> (hash, members) of the sound entries."""
    sound, expected, head = {}, 1, sha(f"referral-journal/1\n{chain}".encode())
    for entry in journal["entries"]:
        number, piece = entry["number"], f"journal.json#{entry['number']}"
        if number < expected:
            broken(2612, piece)
            continue
        if number > expected:
            broken(2613, f"journal.json#{expected}")
            head = None
        expected, text = number + 1, unbase64(entry["text"], "[A-Za-z0-9+/]*=*", True) or b""
        previous, stored, members = unhex(entry["previous"]), unhex(entry["hash"]), parse(text) or {}
        named = list(members)[:4] == ["chain", "number", "at", "kind"] and all(
            type(value) is (int if name == "number" else str) for name, value in members.items())
        if (not named or not previous or sha(previous + text) != stored
                or (members["chain"], members["number"]) != (chain, number)):
            broken(2612, piece)
            head = None
            continue
        if head and previous != head:
            broken(2612, f"journal.json#{max(number - 1, 1)}")
        head, sound[number] = stored, (stored, members)
    return sound


def main(path, trust_path):
    try:
        with zipfile.ZipFile(path) as file:
            names = [part.filename for part in file.infolist()]
            if len(set(names)) < len(names) or sum(part.file_size for part in file.infolist()) > 256 << 20:
                raise ValueError
            parts = {name: file.read(name) for name in sorted(names)}
    except (OSError, ValueError, zipfile.BadZipFile, EOFError):
        broken(2601, "file"), end()
    trust = parse(parts.get("trust.json", b""))
    keys = keys_of(trust)
    if keys is None:
        broken(2603, "trust.json"), end()
    if trust_path:
        with open(trust_path, "rb") as file:
            data = file.read()
        signed_list = parse(data)
        if isinstance(signed_list, dict) and signed_list.get("versions"):  # a gateway's file: the newest version counts
            data = base64.urlsafe_b64decode(signed_list["versions"][-1]["payload"] + "==")
        newer, older = parse(data), keys
        keys = keys_of(newer)
        if keys is None or data != parts["trust.json"] and (newer["version"] <= trust["version"] or any(
                keys.get(kid, ())[:2] != key[:2] or key[2] > keys[kid][2] for kid, key in older.items())):
            broken(2604, "trust.json"), end()

    if "manifest.jws" not in parts:
        broken(2605, "manifest.jws"), end()
    signed = opened("manifest.jws", parts["manifest.jws"], "referral-pack", keys)
    if revoked:
        broken(2618, "manifest.jws"), end()
    manifest = signed and parse(signed[1], {"format": str, "referral": str, "country": str, "other": str, "chain": str,
                                            "made_at": str, "languages": list, "parts": dict})
    if signed and (not manifest or manifest["format"] != "referral-pack/1" or manifest["country"] == manifest["other"]):
        broken(2602, "manifest.jws")
    elif signed and manifest["country"] != signed[0]:
        broken(2609, "manifest.jws")
    if found:
        end()
    us, other, listed = manifest["country"], manifest["other"], manifest["parts"]
    for name in sorted({*listed, "journal.json", "proofs.json", "summary.html", "trust.json"}):
        if name not in parts or name not in listed:
            broken(2605, name)
        elif sha(parts[name]).hex() != listed[name]:
            broken(2607, name)
    for name in parts:
        if name != "manifest.jws" and name not in listed:
            broken(2606, name)
    folder = lambda start: [(name, parts[name]) for name in parts if name.startswith(start) and name in listed]

    letters = {}
    for name, token in folder("letters/"):
        signed = opened(name, token, "referral-letter", keys)
        if signed:
            head = fields(last(fields(signed[1]), 1))
            sender, to, number = text_of(head, 5), text_of(head, 7), last(head, 4, 0)
            if (text_of(head, 3), sender) != (manifest["referral"], signed[0]) or {sender, to} != {us, other} \
                    or type(number) is not int or number < 1:
                broken(2610, name)
            elif name != f"letters/{sender}-{number:04}-{sha(token).hex()[:16]}.jws":
                broken(2607, name)
            else:
                letters[sha(token).hex()] = to

    entries, journal = {}, parse(parts.get("journal.json", b""), {"chain": str, "entries": list}, "entries",
                                 {"number": int, "previous": str, "hash": str, "text": str})
    if journal and journal["chain"] == manifest["chain"]:
        entries = entries_of(journal, manifest["chain"])
    elif "journal.json" in parts:
        broken(2612, "journal.json")
    held = [{sha(token).hex() for _, token in folder(start)} for start in ("letters/", "receipts/")]
    for number, (_, members) in sorted(entries.items()):
        which = KINDS.get(members["kind"])
        if which is not None and members.get(("letter_sha256", "receipt_sha256")[which]) not in held[which]:
            broken(2614, f"journal.json#{number}")
    told = {members.get("letter_sha256") for _, members in entries.values()}
    for name, token in folder("letters/"):
        if sha(token).hex() not in told:
            broken(2615, name)

    for name, token in folder("receipts/"):
        signed, digest = opened(name, token, "referral-receipt", keys), sha(token).hex()
        if not signed:
            continue
        receipt, kind = fields(signed[1]), "receipt-sent" if signed[0] == us else "receipt-received"
        outcomes = [fields(one) for one in receipt.get(6, [])]
        said = {(text_of(one, 1), last(one, 2).hex(), str(last(one, 3, 0))) for one in outcomes}
        named = [m for _, m in entries.values() if m["kind"] == kind and m.get("receipt_sha256") == digest]
        if name != f"receipts/{signed[0]}-{digest[:16]}.jws":
            broken(2607, name)
        elif not named or signed[0] not in (us, other) or text_of(receipt, 2) != signed[0] or any(
                m.get("receipt_id", "") != text_of(receipt, 1) or letters.get(m.get("letter_sha256"), signed[0]) != signed[0]
                or tuple(m.get(name, "") for name in ("letter_id", "letter_sha256", "state")) not in said for m in named):
            broken(2611, name)
        elif signed[0] == us or name not in [one[0] for one in revoked]:
            at = last(fields(last(receipt, 5)), 1, 0)
            dated.extend((one, signed[0], at) for _, one, _ in said)

    points = {}
    for start, own in (("checkpoints/", us), ("witnesses/", None)):
        if own is None:
            proofs(parts, entries, points)
        for name, token in folder(start):
            signed = opened(name, token, "referral-checkpoint", keys, own)
            point = signed and checkpoint_of(signed[1])
            if not signed:
                continue
            number = point["number"] if point else 0
            where = f"{number:08}.jws" if own else f"{signed[0]}-{number:08}.jws"
            before, same = points.get(number - 1), points.get(number)
            if not point or point["country"] != signed[0] or name != start + where or (
                    own and before and unhex(point["previous"]) != before[0]) or (
                    not own and signed[0] == us and same and same[0] != sha(token)):
                broken(2617, name)
            elif own:
                points[number] = (sha(token), unhex(point["root"]), us, second(point["at"]))
    for name, digest, country, since in revoked:
        if not any(one == digest and signer != country and 0 < at < since for one, signer, at in dated):
            if country == us or name.startswith("witnesses/"):
                own_word.append(("own-word", name))
            else:
                broken(2618, name)
    end()


def proofs(parts, entries, points):
    packed = parse(parts.get("proofs.json", b""), {"proofs": list}, "proofs",
                   {"number": int, "checkpoint": int, "index": int, "size": int, "path": list})
    by_number = {one["number"]: one for one in packed["proofs"]} if packed else {}
    if "proofs.json" in parts and (not packed or len(by_number) < len(packed["proofs"])):
        return broken(2616, "proofs.json")
    place = (0, -1)
    for number in sorted({*entries, *by_number}) if packed else []:
        proof = by_number.get(number)
        if proof is None:
            if number < max(by_number, default=0):
                broken(2616, f"proofs.json#{number}")
            continue
        here, point = (proof["checkpoint"], proof["index"]), points.get(proof["checkpoint"])
        if here <= place or number not in entries or not point or not proof_holds(proof, entries[number][0], point[1]):
            broken(2616, f"proofs.json#{number}")
        else:
            dated.extend((entries[number][1].get(name), *point[2:]) for name in ("letter_sha256", "receipt_sha256"))
        place = here


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if len(arguments) not in (1, 3) or len(arguments) == 3 and arguments[1] != "--trust":
        sys.exit(__doc__)
    main(arguments[0], arguments[2] if len(arguments) == 3 else None)
