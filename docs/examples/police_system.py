"""A police system of Thailand: writes down who was identified, by the command `referral` and nothing else.

Usage: python3 police_system.py GATEWAY CASE DAY INDICATOR...
such as: python3 police_system.py 127.0.0.1:5102 TH-2026-000001 2025-07-15 DR1 CR3
It is signed in already: referral login --address GATEWAY --client-id ID --secret-file FILE
REFERRAL is the command to call (default: referral); AS names the sign-in, where there are several.
"""
import json
import os
import shlex
import subprocess
import sys
import time
import uuid

NO_ANSWER, CONFLICT, NOT_SIGNED_IN = 7, 6, 4


class Refused(Exception):
    def __init__(self, code, words):
        super().__init__(words)
        self.code = code


def referral(gateway, *words, text=None):
    """One command; its JSON. The line of words holds no names: those go by text, on standard input."""
    command = shlex.split(os.environ.get("REFERRAL", "referral")) + list(words) + [
        "--address", gateway, "--output", "json"]
    if os.environ.get("AS"):
        command += ["--as", os.environ["AS"]]
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Refused(done.returncode, done.stderr.strip())
    return json.loads(done.stdout)


def change(gateway, *words, text=None):
    """A change with an id of ours: made again after a line without answer, it has its effect once."""
    request = str(uuid.uuid4())
    for pause in (1, 5, 25, None):
        try:
            return referral(gateway, *words, "--request-id", request, text=text)
        except Refused as no:
            if no.code != NO_ANSWER or pause is None:
                raise
            time.sleep(pause)


def main(gateway, case, day, *indicators):
    held = referral(gateway, "case", "show", case)
    revision = held.get("revisions", {}).get("identification", 0)
    section = {"identification": {"body": "TH-POLICE", "date": day, "indicators": indicators}}
    change(gateway, "case", "edit", case, "--file", "-", "--revision", str(revision), text=json.dumps(section))
    moved = change(gateway, "case", "event", case, "IdentifiedAsVictim", "--on", day)
    print(f'{moved["name"]}: {moved["stage"]["code"]}')


try:
    main(*sys.argv[1:])
except Refused as no:
    # The first word is the number of the refusal; the rest says what happened and what to do now.
    hint = {CONFLICT: "Somebody was faster; run it again.", NOT_SIGNED_IN: "Sign in first."}.get(no.code, "")
    sys.exit(f"{no} {hint}".strip())
