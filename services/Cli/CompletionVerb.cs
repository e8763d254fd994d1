using System.CommandLine;

namespace Referral.Cli;

/// <summary>
/// `referral completion SHELL`: a script that asks the command itself what may come next, so that it never
/// knows less than the command.
/// </summary>
internal static class CompletionVerb
{
    private const string Bash = """
        _referral() {
          local line="${COMP_LINE#* }"
          [[ "$COMP_LINE" == *' '* ]] || line=""
          local at=$(( COMP_POINT - ${#COMP_LINE} + ${#line} ))
          mapfile -t COMPREPLY < <(compgen -W \
            "$("${COMP_WORDS[0]}" "[suggest:$(( at < 0 ? 0 : at ))]" "$line" 2>/dev/null)" \
            -- "${COMP_WORDS[COMP_CWORD]}")
        }
        complete -o default -F _referral referral
        """;

    private const string Zsh = """
        #compdef referral
        _referral() {
          local line="${BUFFER#* }"
          [[ "$BUFFER" == *' '* ]] || line=""
          local -a known=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
          compadd -a known || _files
        }
        compdef _referral referral
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName referral -ScriptBlock {
          param($word, $ast, $at)
          $line = $ast.ToString() -replace '^\S+\s?', ''
          & $ast.CommandElements[0].Value "[suggest:$($line.Length)]" $line 2>$null |
            Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    private static readonly IReadOnlyDictionary<string, string> Scripts = new Dictionary<string, string>
    {
        ["bash"] = Bash, ["zsh"] = Zsh, ["pwsh"] = PowerShell,
    };

    public static Verb Build(Screen screen)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or pwsh" };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var verb = new Verb("completion", "Prints the script with which a shell completes this command.",
            "source <(referral completion bash)",
            "referral completion zsh > ~/.zfunc/_referral",
            "referral completion pwsh | Out-String | Invoke-Expression")
        {
            shell,
        };
        verb.SetAction(parsed =>
        {
            screen.Output.WriteLine(Scripts[parsed.GetValue(shell)!].ReplaceLineEndings("\n"));
            return Exit.Holds;
        });
        return verb;
    }
}
