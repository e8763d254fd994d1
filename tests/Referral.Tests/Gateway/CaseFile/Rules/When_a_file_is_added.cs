using System.Text;
using Referral.Gateway.CaseFile.Rules;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rules;

public sealed class When_a_file_is_added
{
    [Theory]
    [InlineData("image/jpeg", "anything")]
    [InlineData("VIDEO/mp4", "anything")]
    [InlineData("text/plain", "GIF89a")]
    [InlineData("application/pdf", "\u00ff\u00d8\u00ff\u00e0")]
    [InlineData("text/plain", "\u0089PNG\r\n")]
    [InlineData("text/plain", "RIFF1234WEBPVP8 ")]
    [InlineData("text/plain", "\0\0\0\u0018ftypheic")]
    [InlineData("", "\0\0\0\u0018ftypisom")]
    public void a_picture_is_refused_whatever_it_calls_itself(string mediaType, string content) =>
        Photographs.Refuse(mediaType, Encoding.Latin1.GetBytes(content)).Code.ShouldBe("REF-2301");

    [Theory]
    [InlineData("application/pdf", "%PDF-1.7")]
    [InlineData("text/plain", "RIFF1234WAVE")]
    [InlineData("", "")]
    public void any_other_file_is_not_kept(string mediaType, string content) =>
        Photographs.Refuse(mediaType, Encoding.Latin1.GetBytes(content)).Code.ShouldBe("REF-2302");
}
