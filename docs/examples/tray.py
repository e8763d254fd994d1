"""Prints the tray of a post over REST. Needs Python 3 and nothing else.

Usage: TOKEN=... python3 tray.py http://127.0.0.1:5201
"""
import json
import os
import sys
import urllib.error
import urllib.request


def pages(gateway):
    token = ""
    while True:
        request = urllib.request.Request(f"{gateway}/v1/tray?pageSize=100&pageToken={token}", headers={
            "authorization": f'Bearer {os.environ["TOKEN"]}', "accept-language": "en"})
        # The gateway is where it is said to be, whatever proxy the environment names.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=30) as answer:
            page = json.load(answer)
        yield page
        token = page.get("nextPageToken", "")
        if not token:
            return


try:
    for page in pages(sys.argv[1]):
        for task in page.get("tasks", []):
            print(task.get("dueOn") or "-", task["caseName"], task["task"]["text"], sep="\t")
except urllib.error.HTTPError as no:
    said = json.load(no)["details"]
    sys.exit(f'{said[0]["reason"]} {said[1]["message"]}')
