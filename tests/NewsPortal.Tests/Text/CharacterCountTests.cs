using NewsPortal.Core.Text;

namespace NewsPortal.Tests.Text;

public class CharacterCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("贵阳，你好！", 4)]
    [InlineData("增长14.6%", 3)]
    [InlineData("共1,000人", 3)]
    [InlineData("NBA状元 don't", 4)]
    [InlineData("𠮷野家", 3)]
    [InlineData("2022-2023年", 2)]
    [InlineData("a. b", 2)]
    public void Characters_and_foreign_words_are_counted(string text, int count) => Assert.Equal(count, CharacterCount.Of(text));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(400, 1)]
    [InlineData(401, 2)]
    public void A_minute_is_four_hundred_characters(int characters, int minutes) =>
        Assert.Equal(minutes, CharacterCount.ReadingMinutes(new string('字', characters)));

    [Fact]
    public void The_share_of_Han_leaves_white_space_out()
    {
        Assert.Equal(0.5, HanText.HanShare("贵 阳\nab"));
        Assert.Equal(0, HanText.HanShare(" "));
        Assert.Equal(2, HanText.Count("𠮷a中"));
    }
}
