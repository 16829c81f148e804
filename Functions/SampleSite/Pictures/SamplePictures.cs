namespace News.Functions.SampleSite.Pictures;

/// <summary>The pictures of the sample site.</summary>
public static class SamplePictures
{
    private const double Wide = 16 / 9.0;
    private const double Classic = 3 / 2.0;
    private const double Tall = 4 / 5.0;
    private const double Square = 1;
    private const double Poster = 1 / 2.0;

    /// <summary>All of them, grouped by what they suit.</summary>
    public static IReadOnlyList<SamplePicture> All { get; } =
    [
        new("nui-som", "Những dãy núi trong sương sớm", Classic, 11, Palette.Dawn, Landscapes.Mountains),
        new("nui-trua", "Dãy núi xanh dưới trời trưa", Wide, 12, Palette.Noon, Landscapes.Mountains),
        new("nui-chieu", "Núi rừng lúc hoàng hôn", Classic, 13, Palette.Dusk, Landscapes.Mountains),
        new("nui-mua", "Mây mưa phủ kín các triền núi", Wide, 14, Palette.Rain, Landscapes.Mountains),
        new("nui-dem", "Bầu trời đêm đầy sao trên núi", Tall, 15, Palette.Night, Landscapes.Mountains),
        new("ruong-bac-thang-xanh", "Ruộng bậc thang mùa lúa xanh", Classic, 21, Palette.Noon, Landscapes.Terraces),
        new("ruong-bac-thang-chin", "Ruộng bậc thang mùa lúa chín", Wide, 22, Palette.Harvest, Landscapes.Terraces),
        new("ruong-bac-thang-som", "Ruộng bậc thang buổi sớm mùa nước đổ", Tall, 23, Palette.Dawn, Landscapes.Terraces),
        new("ruong-bac-thang-chieu", "Ruộng bậc thang lúc chiều xuống", Classic, 24, Palette.Dusk, Landscapes.Terraces),
        new("vinh-som", "Thuyền buồm giữa các đảo đá vôi buổi sớm", Wide, 31, Palette.Dawn, Landscapes.Bay),
        new("vinh-trua", "Đảo đá vôi trên vịnh biếc", Classic, 32, Palette.Noon, Landscapes.Bay),
        new("vinh-chieu", "Hoàng hôn trên vịnh", Wide, 33, Palette.Dusk, Landscapes.Bay),
        new("vinh-mua", "Vịnh biển trong mưa", Classic, 34, Palette.Rain, Landscapes.Bay),
        new("vinh-dem", "Thuyền buồm trên vịnh đêm trăng", Tall, 35, Palette.Night, Landscapes.Bay),
        new("dong-lua-xanh", "Cánh đồng lúa thẳng tắp tới chân trời", Wide, 41, Palette.Noon, Landscapes.Field),
        new("dong-lua-chin", "Người nông dân trên đồng lúa chín", Classic, 42, Palette.Harvest, Landscapes.Field),
        new("dong-lua-mua", "Cánh đồng sau cơn mưa", Wide, 43, Palette.Rain, Landscapes.Field),
        new("dong-lua-chieu", "Đồng ruộng lúc chiều tà", Classic, 44, Palette.Dusk, Landscapes.Field),
        new("dong-lua-som", "Ra đồng từ sáng sớm", Tall, 45, Palette.Dawn, Landscapes.Field),
        new("thanh-pho-dem", "Thành phố bên sông lên đèn", Wide, 51, Palette.Night, Towns.Skyline),
        new("thanh-pho-chieu", "Cầu dây văng và thành phố lúc hoàng hôn", Classic, 52, Palette.Dusk, Towns.Skyline),
        new("thanh-pho-som", "Thành phố thức dậy trong sương", Wide, 53, Palette.Dawn, Towns.Skyline),
        new("thanh-pho-mua", "Thành phố một ngày mưa", Classic, 54, Palette.Rain, Towns.Skyline),
        new("den-long", "Phố đèn lồng buổi tối", Classic, 61, Palette.Night, Towns.Lanterns),
        new("den-long-dung", "Đèn lồng treo cao trên con phố nhỏ", Tall, 62, Palette.Dusk, Towns.Lanterns),
        new("la-xanh", "Tán lá ngược nắng", Classic, 71, Palette.Noon, Gardens.Leaves),
        new("la-suong", "Lá cây đọng sương", Wide, 72, Palette.Dawn, Gardens.Leaves),
        new("la-vuon", "Vườn cây sau mưa", Square, 73, Palette.Rain, Gardens.Leaves),
        new("la-chieu", "Lá cây trong nắng chiều", Tall, 74, Palette.Harvest, Gardens.Leaves),
        new("sen-som", "Đầm sen buổi sớm", Wide, 81, Palette.Dawn, Gardens.Lotus),
        new("sen-trua", "Hoa sen giữa trưa hè", Classic, 82, Palette.Noon, Gardens.Lotus),
        new("sen-mua", "Đầm sen ngày mưa", Square, 83, Palette.Rain, Gardens.Lotus),
        new("trai-cay", "Bát trái cây trên bàn gỗ", Classic, 91, Palette.Noon, Gardens.Fruit),
        new("trai-cay-chieu", "Trái cây trong nắng chiều", Wide, 92, Palette.Harvest, Gardens.Fruit),
        new("trai-cay-vuong", "Trái cây theo mùa", Square, 93, Palette.Dawn, Gardens.Fruit),
        new("thuoc-nam", "Tủ thuốc nam nhiều ngăn", Classic, 101, Palette.Dusk, Gardens.Herbs),
        new("vi-thuoc", "Các vị thuốc bày trước tủ gỗ", Wide, 102, Palette.Harvest, Gardens.Herbs),
        new("te-bao", "Tế bào dưới kính hiển vi", Classic, 111, Palette.Noon, Figures.Cells),
        new("te-bao-toi", "Tế bào phát sáng trên nền tối", Wide, 112, Palette.Night, Figures.Cells),
        new("adn", "Chuỗi xoắn kép ADN", Wide, 121, Palette.Dusk, Figures.Helix),
        new("adn-sang", "Mô hình phân tử ADN", Classic, 122, Palette.Noon, Figures.Helix),
        new("bieu-do", "Biểu đồ cột, đường và vành khuyên", Wide, 131, Palette.Noon, Figures.Chart),
        new("bieu-do-dung", "Đồ họa thông tin khổ đứng", Poster, 132, Palette.Dusk, Figures.Chart),
        new("bieu-do-xanh", "Đồ họa số liệu nông nghiệp", Tall, 133, Palette.Harvest, Figures.Chart),
    ];
}
